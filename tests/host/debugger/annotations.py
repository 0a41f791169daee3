import sys
x: int = 1
y: int


class A:
    """Doc."""  # no stop
    z: int
    w: str = "a"


def f(a: int, b: str = "b") -> int:
    c: int
    d: int = a
    return d


f(1)
def g(a: int = f(1), b: str = f(2)) -> int:
    return a
g()
