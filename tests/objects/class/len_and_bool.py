# Truth: __bool__ first, then __len__; wrong results raise.
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class B(L):
    def __bool__(self): return not self.n
print(bool(L(0)), bool(L(3)), bool(B(0)), bool(B(3)), not B(1))
# expect: False True True False True
print("yes" if L(1) else "no", L(0) or "empty", len(L(True)))  # expect: yes empty 1
class BadBool:
    def __bool__(self): return 1
for bad in (lambda: len(L(-1)), lambda: len(L("x")), lambda: len(L(1.0)), lambda: bool(BadBool())):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
        # expect: ValueError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
class Plain: pass
print(bool(Plain()))  # expect: True
