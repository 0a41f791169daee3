"""Functions plotted with characters, and a small matrix class behind a rotation.

The plot is a grid of characters; each curve is sampled column by column. Then a house is turned
with a rotation matrix and drawn point by point.
"""
import math


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]

    @classmethod
    def rotation(cls, degrees):
        a = math.radians(degrees)
        return cls([[math.cos(a), -math.sin(a)], [math.sin(a), math.cos(a)]])

    def __mul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in columns]
                       for row in self.rows])

    def transposed(self):
        return Matrix(zip(*self.rows))

    def __str__(self):
        # Adding 0.0 after rounding turns -0.0 into 0.0.
        return "\n".join(" ".join("%7.3f" % (round(value, 3) + 0.0) for value in row)
                         for row in self.rows)


class Canvas:
    """A grid of characters with coordinates: x to the right, y upwards."""

    def __init__(self, width, height, left, right, bottom, top):
        self.width, self.height = width, height
        self.left, self.right, self.bottom, self.top = left, right, bottom, top
        self.cells = [[" "] * width for _ in range(height)]

    def mark(self, x, y, character):
        column = int((x - self.left) / (self.right - self.left) * (self.width - 1) + 0.5)
        row = int((self.top - y) / (self.top - self.bottom) * (self.height - 1) + 0.5)
        if 0 <= column < self.width and 0 <= row < self.height:
            self.cells[row][column] = character

    def axes(self):
        for i in range(self.width):
            self.mark(self.left + (self.right - self.left) * i / (self.width - 1), 0, "-")
        for i in range(self.height):
            self.mark(0, self.bottom + (self.top - self.bottom) * i / (self.height - 1), "|")
        self.mark(0, 0, "+")

    def curve(self, function, character):
        for i in range(self.width):
            x = self.left + (self.right - self.left) * i / (self.width - 1)
            self.mark(x, function(x), character)

    def line(self, start, end, character, steps=30):
        for i in range(steps + 1):
            t = i / steps
            self.mark(start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t,
                      character)

    def show(self):
        for row in self.cells:
            print("".join(row).rstrip())


print("sine (*) and a parabola (o)")
canvas = Canvas(61, 17, -6.5, 6.5, -1.3, 1.3)
canvas.axes()
canvas.curve(lambda x: x * x / 16 - 1.1, "o")
canvas.curve(math.sin, "*")
canvas.show()

house = [(-1, -1), (1, -1), (1, 0.6), (0, 1.6), (-1, 0.6), (-1, -1)]
for degrees in (0, 30):
    turn = Matrix.rotation(degrees)
    turned = (turn * Matrix(house).transposed()).transposed().rows
    print("turned by", degrees, "degrees; the matrix:")
    print(turn)
    canvas = Canvas(41, 21, -2, 2, -2, 2)
    for start, end in zip(turned, turned[1:]):
        canvas.line(start, end, "#")
    canvas.show()

quarter = Matrix.rotation(90)
print("four quarter turns:")
print(quarter * quarter * quarter * quarter)
