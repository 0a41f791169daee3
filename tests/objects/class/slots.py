# __slots__: fixed attributes, no __dict__, inherited slots.
class P:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x
p = P(1)
p.y = 2
print(p.x, p.y, hasattr(p, "__dict__"), P.__slots__)  # expect: 1 2 False ('x', 'y')
for action in ("p.z = 1", "del p.x; p.x", "p.w"):
    try:
        exec(action)
    except AttributeError:
        print("AttributeError")
        # expect: AttributeError
        # expect: AttributeError
        # expect: AttributeError
class Q(P):
    __slots__ = ["z"]
q = Q(5)
q.z = 6
print(q.x, q.z)  # expect: 5 6
try:
    q.other = 1
except AttributeError:
    print("AttributeError")  # expect: AttributeError
class R(P): pass
r = R(7)
r.other = 8
print(r.x, r.__dict__)  # expect: 7 {'other': 8}
class S: __slots__ = "single"
s = S()
s.single = 1
print(s.single, type(P.x).__name__ != "")  # expect: 1 True
try:
    class T:
        __slots__ = ("a",)
        a = 1
except ValueError:
    print("ValueError")  # expect: ValueError
class U: __slots__ = ("d", "__dict__")
u = U()
u.anything = 1
print(u.__dict__)  # expect: {'anything': 1}
