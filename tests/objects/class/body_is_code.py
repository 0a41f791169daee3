# A class body is executed: loops, conditions, and names that refer to earlier ones.
class C:
    print("in the body")  # expect: in the body
    total = 0
    for i in range(4):
        total += i
    if total > 5:
        def method(self): return "big"
    else:
        def method(self): return "small"
    alias = method
    names = sorted(n for n in locals() if not n.startswith("__"))
print(C.total, C.i, C().alias(), C.names)  # expect: 6 3 big ['alias', 'i', 'method', 'total']
print(C.__module__, C.__qualname__, C.__doc__)  # expect: __main__ C None
class Outer:
    """Outer doc."""
    class Inner:
        value = 5
print(Outer.Inner.value, Outer.Inner.__qualname__, Outer.__doc__)
# expect: 5 Outer.Inner Outer doc.
