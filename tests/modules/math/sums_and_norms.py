# fsum, prod, hypot and dist: exact sums, any number of components, generators.
import math
print(math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.fsum([]), math.fsum(x / 10 for x in range(11)))
# expect: 1.0 1.0 0.0 5.5
print(math.fsum([1e16, 1, 1e-16]), math.fsum([2 ** -1074] * 3), math.fsum([float("inf"), 1]))
# expect: 1.0000000000000002e+16 1.5e-323 inf
print(math.prod([]), math.prod(range(1, 25)), math.prod([2, 3], start=1.5), math.prod(x for x in (2, 0.5)))
# expect: 1 620448401733239439360000 9.0 1.0
print(math.hypot(), math.hypot(-3), math.hypot(3, 4), math.hypot(1, 2, 3, 4), math.hypot(1e200, 1e200),
      math.hypot(1e-200, 1e-200), math.hypot(float("inf"), float("nan")))
# expect: 0.0 3.0 5.0 5.477225575051661 1.414213562373095e+200 1.414213562373095e-200 inf
print(math.dist((1, 2, 3), [4, 5, 6]), math.dist((), ()))  # expect: 5.196152422706632 0.0
for bad in (lambda: math.fsum([float("inf"), -float("inf")]), lambda: math.fsum([1e308, 1e308]),
            lambda: math.fsum(["a"]), lambda: math.dist((1,), (1, 2)), lambda: math.prod(1)):
    try:
        print(bad())
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
        # expect: ValueError -inf + inf in fsum
        # expect: OverflowError intermediate overflow in fsum
        # expect: TypeError must be real number, not str
        # expect: ValueError both points must have the same number of dimensions
        # expect: TypeError 'int' object is not iterable
