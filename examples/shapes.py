"""A class hierarchy of shapes: inheritance, abstract methods, properties, operators, class methods.

A drawing is a list of shapes that are asked the same questions and answer each in its own way; it
can be indexed, iterated, added to another and sorted.
"""
import math


class Shape:
    """What all shapes have; area and perimeter are up to each."""

    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    @property
    def area(self):
        raise NotImplementedError(type(self).__name__ + " has no area")

    @property
    def perimeter(self):
        raise NotImplementedError(type(self).__name__ + " has no perimeter")

    def __lt__(self, other):
        return self.area < other.area

    def __repr__(self):
        return "<%s %s>" % (type(self).__name__, self.name)


class Circle(Shape):
    def __init__(self, radius):
        super().__init__("r=%s" % radius)
        self.radius = radius

    @property
    def area(self):
        return math.pi * self.radius ** 2

    @property
    def perimeter(self):
        return 2 * math.pi * self.radius


class Polygon(Shape):
    """A polygon by its corners, in order."""

    def __init__(self, corners, name="polygon"):
        super().__init__(name)
        self.corners = list(corners)

    def sides(self):
        return zip(self.corners, self.corners[1:] + self.corners[:1])

    @property
    def area(self):
        return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in self.sides())) / 2

    @property
    def perimeter(self):
        return sum(math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2)
                   for (x1, y1), (x2, y2) in self.sides())


class Rectangle(Polygon):
    def __init__(self, width, height):
        super().__init__([(0, 0), (width, 0), (width, height), (0, height)],
                         "%sx%s" % (width, height))
        self.width = width
        self.height = height

    @classmethod
    def golden(cls, width):
        return cls(width, round(width * (1 + math.sqrt(5)) / 2, 3))


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)


class Blob(Shape):
    """A shape nobody knows how to measure."""


class Drawing:
    def __init__(self, *shapes):
        self.shapes = list(shapes)

    def __len__(self):
        return len(self.shapes)

    def __getitem__(self, index):
        return self.shapes[index]

    def __add__(self, other):
        return Drawing(*(self.shapes + other.shapes))

    def __contains__(self, kind):
        return any(isinstance(shape, kind) for shape in self.shapes)


first = Drawing(Circle(1), Square(2), Rectangle(3, 1.5))
second = Drawing(Polygon([(0, 0), (4, 0), (0, 3)], "triangle"), Rectangle.golden(2))
drawing = first + second

for shape in drawing:
    print("%-24r area %8.3f  perimeter %8.3f" % (shape, shape.area, shape.perimeter))
print("by area:", sorted(drawing))
print("largest:", max(drawing, key=lambda shape: shape.area), "of", len(drawing))
print("total area: %.3f" % sum(shape.area for shape in drawing))
print("a square in it:", Square in drawing, " a blob:", Blob in drawing)
print("a square is a polygon:", issubclass(Square, Polygon))
print("a circle is a polygon:", issubclass(Circle, Polygon))
print("shapes made:", Shape.count)
try:
    print(Blob("?").area)
except NotImplementedError as error:
    print("error:", error)
