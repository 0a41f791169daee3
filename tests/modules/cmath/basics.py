# Complex functions.
import cmath, math
def near(a, b): return abs(a - b) <= 1e-14 * max(1, abs(b))
print(cmath.sqrt(-4), cmath.sqrt(-1), near(cmath.sqrt(3 + 4j), 2 + 1j),
      near(cmath.exp(1j * math.pi), -1), near(cmath.log(-1), math.pi * 1j),
      near(cmath.log10(1000j), 3 + math.pi / 2 / math.log(10) * 1j), near(cmath.log(8, 2), 3))
# expect: 2j 1j True True True True True
print(cmath.phase(-1) == math.pi, cmath.phase(1j) == math.pi / 2,
      cmath.phase(complex(-1, -0.0)) == -math.pi, near(cmath.polar(1j)[0], 1),
      near(cmath.rect(2, math.pi / 2), 2j), cmath.polar(3), cmath.rect(1, 0))
# expect: True True True True True (3.0, 0.0) (1+0j)
print(near(cmath.sin(1 + 1j), 1.2984575814159773 + 0.6349639147847361j),
      near(cmath.cos(1 + 1j), 0.8337300251311491 - 0.9888977057628651j),
      near(cmath.tan(1j), 0.7615941559557649j), near(cmath.sin(0.5), math.sin(0.5)))
# expect: True True True True
print(near(cmath.sinh(1j), cmath.sin(1) * 1j), near(cmath.asin(2).real, math.pi / 2),
      near(cmath.cosh(1j), math.cos(1)), near(cmath.atan(1), math.pi / 4),
      cmath.isnan(complex(1, math.nan)), cmath.isinf(complex(math.inf, 0)), cmath.isfinite(1j),
      cmath.isclose(1j, 1j + 1e-12), cmath.pi == math.pi, cmath.e == math.e, cmath.infj, cmath.tau)
# expect: True True True True True True True True True True infj 6.283185307179586
for bad in (lambda: cmath.log(0), lambda: cmath.sqrt("x"), lambda: cmath.exp(1e10),
            lambda: cmath.sin()):
    try:
        print(bad())
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: ValueError TypeError OverflowError TypeError
