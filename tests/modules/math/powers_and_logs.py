# sqrt, cbrt, exp, expm1, log in all bases, pow, hypot.
import math
def close(a, b): return abs(a - b) <= 1e-14 * max(abs(a), abs(b))
print(math.sqrt(16), math.sqrt(2), close(math.cbrt(27), 3), math.exp(0), close(math.exp(1), math.e),
      close(math.expm1(1e-10), 1.00000000005e-10), math.pow(2, 10), math.pow(2, 0.5))
# expect: 4.0 1.4142135623730951 True 1.0 True True 1024.0 1.4142135623730951
print(math.log(1), close(math.log(10), 2.302585092994046), close(math.log(8, 2), 3), math.log2(8),
      math.log10(1000), close(math.log1p(1e-10), 9.9999999995e-11), math.log2(2 ** 100),
      close(math.log(10 ** 400), 921.0340371976183), math.log10(10 ** 400), math.exp2(10))
# expect: 0.0 True True 3.0 3.0 True 100.0 True 400.0 1024.0
print(math.hypot(3, 4), math.hypot(), math.hypot(1, 2, 2), math.dist((1, 2), (4, 6)),
      math.isqrt(10 ** 30), math.isqrt(17), math.pow(1, math.inf), math.pow(math.nan, 0),
      math.exp(-1000), math.hypot(1e200, 1e200) > 1e200, math.hypot(math.inf, math.nan))
# expect: 5.0 0.0 3.0 5.0 1000000000000000 4 1.0 1.0 0.0 True inf
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1),
            lambda: math.exp(1000), lambda: math.pow(0, -1), lambda: math.pow(-1, 0.5),
            lambda: math.log(1, 1), lambda: math.isqrt(-1), lambda: math.sqrt("x"),
            lambda: math.log2(0), lambda: math.pow(10, 400), lambda: math.log()):
    try:
        print(bad())
    except (ValueError, OverflowError, TypeError, ZeroDivisionError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: ValueError ValueError ValueError OverflowError ValueError ValueError ZeroDivisionError ValueError TypeError ValueError OverflowError TypeError
