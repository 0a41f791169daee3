# Class patterns: isinstance, attributes by keyword, by position through __match_args__.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z
def f(p):
    match p:
        case Point(x=0, y=0): return "origin"
        case Point3(1, 2, z=z): return "z", z
        case Point(0, y) | Point(y, 0): return "on an axis", y
        case Point(x, y) if x == y: return "diagonal", x
        case Point(): return "point"
    return "other"
for p in (Point(0, 0), Point3(1, 2, 3), Point(0, 5), Point(6, 0), Point(7, 7), Point(1, 2), 5):
    print(f(p))
    # expect: origin
    # expect: ('z', 3)
    # expect: ('on an axis', 5)
    # expect: ('on an axis', 6)
    # expect: ('diagonal', 7)
    # expect: point
    # expect: other
class Fields:
    __match_args__ = ("first_field", "second_field")
    def __init__(self): self.first_field, self.second_field = "one", "two"
match Fields():
    case Fields("one", second): print(second)  # expect: two
match Point(1, 2):
    case Point(missing=_): print("never")
    case Point(x=Point()): print("never")
    case Point(x=int(i), y=int() as j): print(i, j)  # expect: 1 2
