# __repr__ and __str__: which is used where.
class Both:
    def __repr__(self): return "<repr>"
    def __str__(self): return "<str>"
class OnlyRepr:
    def __repr__(self): return "only"
b = Both()
print(b, [b], (b,), {1: b}, str(b), repr(b), f"{b} {b!r}", "%s %r" % (b, b), sep=" | ")
# expect: <str> | [<repr>] | (<repr>,) | {1: <repr>} | <str> | <repr> | <str> <repr> | <str> <repr>
print(OnlyRepr(), str(OnlyRepr()), [OnlyRepr()])  # expect: only only [only]
class Plain: pass
print(repr(Plain()).startswith("<__main__.Plain object at 0x"), str(Plain)[-8:])
# expect: True .Plain'>
class Bad:
    def __repr__(self): return 5
    __str__ = __repr__
for f in (repr, str, print):
    try:
        f(Bad())
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
