# floor, ceil, trunc, fabs, modf, frexp, ldexp, fmod, remainder.
import math
print([math.floor(x) for x in (2.5, -2.5, 1e20, 5, -0.5)],
      [math.ceil(x) for x in (2.5, -2.5, 1e20, 5, -0.5)], [math.trunc(x) for x in (2.5, -2.5, 5)])
# expect: [2, -3, 100000000000000000000, 5, -1] [3, -2, 100000000000000000000, 5, 0] [2, -2, 5]
print(math.fabs(-3), math.modf(3.25), math.modf(-3.25), math.modf(math.inf), math.frexp(10),
      math.frexp(0), math.frexp(-0.1), math.ldexp(0.625, 4), math.ldexp(1, -1074),
      math.ldexp(1, -2000))
# expect: 3.0 (0.25, 3.0) (-0.25, -3.0) (0.0, inf) (0.625, 4) (0.0, 0) (-0.8, -3) 10.0 5e-324 0.0
print(math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7, -3.5), math.remainder(7, 4),
      math.remainder(5, 2), math.ulp(1.0), math.nextafter(1, 2), math.nextafter(0, -1),
      type(math.floor(1.5)).__name__)
# expect: 1.0 -1.0 0.0 -1.0 1.0 2.220446049250313e-16 1.0000000000000002 -5e-324 int
for bad in (lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.fmod(1, 0),
            lambda: math.ldexp(1.0, 5000), lambda: math.floor("x"), lambda: math.fmod(math.inf, 1)):
    try:
        print(bad())
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__)
        # expect: OverflowError
        # expect: ValueError
        # expect: ValueError
        # expect: OverflowError
        # expect: TypeError
        # expect: ValueError
