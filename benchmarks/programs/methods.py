"""Method calls and attributes: inheritance, super, properties, class attributes, operators."""
import sys

SIZE = 120000
SMALL = 200


class Shape:
    made = 0

    def __init__(self, name):
        self.name = name
        Shape.made += 1

    def area(self):
        return 0

    def scaled_area(self, factor):
        return self.area() * factor


class Rectangle(Shape):
    def __init__(self, width, height):
        super().__init__("rectangle")
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    @property
    def perimeter(self):
        return 2 * (self.width + self.height)


class Square(Rectangle):
    sides = 4

    def __init__(self, side):
        super().__init__(side, side)

    @property
    def side(self):
        return self.width

    @side.setter
    def side(self, value):
        self.width = self.height = value

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def diagonal_squared(side):
        return 2 * side * side


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __getitem__(self, index):
        return self.y if index else self.x

    def __len__(self):
        return 2

    def dot(self, other):
        return self.x * other.x + self.y * other.y


class Account:
    def __init__(self):
        self.balance = 0
        self.log = []

    def deposit(self, amount):
        self.balance += amount
        if amount & 0xFF == 0:
            self.log.append(amount)
        return self


def run(size):
    Shape.made = 0
    shapes = [Rectangle(3, 4), Square(5), Shape("none"), Square.unit()]
    total = 0
    for i in range(size):
        shape = shapes[i & 3]
        total += shape.scaled_area(i)
        if isinstance(shape, Square):
            shape.side = i & 15
            total += shape.perimeter + shape.sides + Square.diagonal_squared(shape.side)
    position = Vector(0, 0)
    step = Vector(2, 3)
    equal = 0
    for i in range(size):
        position = position + step * (i & 7)
        if position == step:
            equal += 1
        total += position[i & 1] + len(position)
    total += position.dot(step)
    account = Account()
    for i in range(size):
        account.deposit(i).deposit(1)
    return (total, equal, account.balance, len(account.log), Shape.made)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
