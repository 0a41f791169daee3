# Class and instance attributes, methods, self.
class Point:
    dimensions = 2
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
    def moved(self, dx):
        return Point(self.x + dx, self.y)
p = Point(1, 2)
q = p.moved(5)
print(p.x, p.y, q.x, q.dimensions, Point.dimensions)  # expect: 1 2 6 2 2
p.dimensions = 3
Point.dimensions = 4
print(p.dimensions, q.dimensions)  # expect: 3 4
p.extra = "extra"
print(p.__dict__, vars(q))
# expect: {'x': 1, 'y': 2, 'dimensions': 3, 'extra': 'extra'} {'x': 6, 'y': 2}
print(type(p) is Point, p.__class__ is Point, isinstance(p, Point), Point.__name__)
# expect: True True True Point
try:
    Point()
except TypeError:
    print("TypeError")  # expect: TypeError
