# erf, erfc, gamma, lgamma.
import math
def near(*pairs): return [abs(a - b) <= 2e-14 * max(1, abs(b)) for a, b in pairs]
print(near((math.erf(0.5), 0.5204998778130465), (math.erf(-2), -0.9953222650189527),
           (math.erfc(0.5), 0.4795001221869535), (math.erfc(3), 2.209049699858544e-05)),
      math.erf(0), math.erf(10), math.erfc(-10))  # expect: [True, True, True, True] 0.0 1.0 2.0
print(near((math.gamma(0.5), 1.772453850905516), (math.gamma(5.5), 52.34277778455352),
           (math.gamma(-1.5), 2.363271801207355), (math.lgamma(100.5), 361.43554046777757),
           (math.lgamma(0.25), 1.2880225246980774)), math.gamma(5), math.gamma(1), math.lgamma(1),
      math.lgamma(2), math.gamma(20) == 121645100408832000.0)
# expect: [True, True, True, True, True] 24.0 1.0 0.0 0.0 True
print(math.gamma(math.inf), math.lgamma(-math.inf), math.erfc(30) < 1e-300, math.gamma(170) > 1e300)
# expect: inf inf True True
for bad in (lambda: math.gamma(0), lambda: math.gamma(-1), lambda: math.gamma(172),
            lambda: math.lgamma(-3), lambda: math.gamma(-math.inf)):
    try:
        print(bad())
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: ValueError ValueError OverflowError ValueError ValueError
