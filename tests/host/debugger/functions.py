def fact(n):
    if n < 2:
        return 1
    return n * fact(n - 1)


def plus(a, b=2, *args, c=4, **kw):
    r = a + b
    return r + c


def outer(x):
    y = 2
    def inner():
        nonlocal y
        y += x
        return y
    inner()
    return inner


def nothing():
    pass


def shout(f):
    def wrapped(*a):
        return f(*a)
    return wrapped


@shout
@shout
def greet(name):
    return "hi " + name


class Point:
    """Doc."""  # no stop
    scale = 2

    def __init__(self, x):
        self.x = x

    @property
    def double(self):
        return self.x * self.scale

    @staticmethod
    def make():
        return Point(3)

    def __add__(self, other):
        return Point(self.x + other.x)

    def __getattr__(self, name):
        return 5

    def __eq__(self, other):
        return True


class Child(Point):
    z = [n for n in range(2)]

    def __init__(self):
        super().__init__(1)


fact(3)
plus(1)
plus(1, 2, 3, d=4)
f = outer(5)
f()
nothing()
greet("x")
p = Point(1)
p.double
q = Point.make() + p
q.other
q == p
Child()
