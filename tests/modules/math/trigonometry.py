# sin, cos, tan and their inverses, hyperbolic functions, degrees and radians.
import math
def near(*pairs): return [abs(a - b) < 1e-14 for a, b in pairs]
r2 = 2 ** 0.5
print(math.sin(0), math.cos(0), math.tan(0), math.asin(0), math.acos(1), math.atan(0), math.sinh(0),
      math.cosh(0), math.tanh(0), math.asinh(0), math.acosh(1), math.atanh(0))
# expect: 0.0 1.0 0.0 0.0 0.0 0.0 0.0 1.0 0.0 0.0 0.0 0.0
print(near((math.sin(math.pi / 6), 0.5), (math.cos(math.pi / 4), r2 / 2),
           (math.tan(math.pi / 4), 1), (math.asin(1), math.pi / 2), (math.acos(0), math.pi / 2),
           (math.atan(1), math.pi / 4)))  # expect: [True, True, True, True, True, True]
print(near((math.atan2(1, -1), 3 * math.pi / 4), (math.atan2(-1, -1), -3 * math.pi / 4),
           (math.sinh(1), 1.1752011936438014), (math.cosh(1), 1.5430806348152437),
           (math.tanh(0.5), 0.46211715726000975), (math.atanh(0.5), 0.5493061443340548),
           (math.asinh(1), 0.881373587019543), (math.acosh(2), 1.3169578969248166)))
# expect: [True, True, True, True, True, True, True, True]
print(math.degrees(math.pi), math.radians(180) == math.pi, math.atan2(0, -1) == math.pi,
      math.atan2(0.0, -0.0) == math.pi, math.atan2(-0.0, 1), math.atan(math.inf) == math.pi / 2,
      math.tanh(1000), near((math.sin(1e6), -0.3499935021712930),
                            (math.sin(1e22), -0.8522008497671888),
                            (math.cos(1e15), -0.5131937377869703)))
# expect: 180.0 True True True -0.0 True 1.0 [True, True, True]
for bad in (lambda: math.asin(2), lambda: math.acos(-1.1), lambda: math.sin(math.inf),
            lambda: math.atanh(1), lambda: math.acosh(0.5), lambda: math.cosh(1000),
            lambda: math.tan("x")):
    try:
        print(bad())
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: ValueError ValueError ValueError ValueError ValueError OverflowError TypeError
