# Powers, exp and logs where results are subnormal, overflow, or follow from C's rules.
import math

print((-1.0) ** 1e308, (-1.0) ** 9007199254740993.0, (-2.0) ** 3, (-2.0) ** -1074, 2.0 ** -1074, 2.0 ** -1075, 0.5 ** 1074)
# expect: 1.0 1.0 -8.0 5e-324 5e-324 0.0 5e-324
print(math.exp(-745.1), math.exp(-745.2), math.exp(-708.5), math.exp(709.7), math.exp(1), math.exp(1e-300))
# expect: 5e-324 0.0 2.006132305331306e-308 1.6549840276802644e+308 2.718281828459045 1.0
print(1.7976931348623157e308 ** 1.0, 5e-324 ** 1.0, 5e-324 ** 0.25, 10.0 ** 308, 10.0 ** -308, 3.0 ** 40, 0.1 ** 3)
# expect: 1.7976931348623157e+308 5e-324 1.4908919308538355e-81 1e+308 1e-308 1.2157665459056929e+19 0.0010000000000000002
print([math.log2(2.0 ** k) == k for k in (-1074, -1022, -3, 0, 1, 52, 1023)], math.log2(3), math.log10(1e300), math.log(5e-324))
# expect: [True, True, True, True, True, True, True] 1.584962500721156 300.0 -744.4400719213812
print(math.log(1 + 2 ** -52), math.log(1 - 2 ** -53), math.log(1), math.exp2(0.5), math.exp2(-1074), math.exp2(1023))
# expect: 2.2204460492503128e-16 -1.1102230246251565e-16 0.0 1.4142135623730951 5e-324 8.98846567431158e+307
print(math.pow(0.0, 3), math.pow(-0.0, 3), math.pow(-math.inf, 3), math.pow(-math.inf, -3), math.pow(-math.inf, 2),
      math.pow(2, math.inf), math.pow(0.5, math.inf), math.pow(-1, -math.inf), math.pow(1, math.nan), math.pow(math.nan, 0))
# expect: 0.0 -0.0 -inf -0.0 inf inf 0.0 1.0 1.0 1.0
print(math.expm1(-0.0), math.expm1(1e-12), math.asinh(1e9), math.acosh(1e9), math.atanh(-0.0), math.asinh(-0.0))
# expect: -0.0 1.0000000000005e-12 21.416413017506354 21.416413017506354 -0.0 -0.0
for f, x, y in ((math.pow, 10.0, 309), (math.pow, -8.0, 0.5), (math.pow, 0.0, -1), (math.exp, 710, None)):
    try:
        print(f(x) if y is None else f(x, y))
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: OverflowError ValueError ValueError OverflowError
