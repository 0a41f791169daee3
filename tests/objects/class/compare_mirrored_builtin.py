"""A comparison that a class does not know asks the other operand's built-in method."""


class A(list):
    def __lt__(self, other):
        return NotImplemented


class B(A):
    pass


print(B([1]) < A([2]), A([1]) < B([0]), B() < B())  # expect: True False False


class N(int):
    def __lt__(self, other):
        return NotImplemented


print(N(1) < N(2), N(2) < 1, 1 < N(2))  # expect: True False True
