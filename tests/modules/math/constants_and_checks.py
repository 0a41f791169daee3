# Constants, isnan, isinf, isfinite, isclose, copysign.
import math
print(math.pi, math.e, math.tau, math.inf, math.nan)
# expect: 3.141592653589793 2.718281828459045 6.283185307179586 inf nan
for x in (1.0, math.inf, -math.inf, math.nan, 10 ** 20):
    print(math.isnan(x), math.isinf(x), math.isfinite(x), math.copysign(3, x) if x == x else "")
    # expect: False False True 3.0
    # expect: False True False 3.0
    # expect: False True False -3.0
    # expect: True False False
    # expect: False False True 3.0
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(0, 1e-10),
      math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(1, 2, rel_tol=0.5),
      math.isclose(math.inf, math.inf), math.copysign(1, -0.0))
# expect: True False False True True True -1.0
try:
    math.isclose(1, 1, rel_tol=-1)
except ValueError:
    print("ValueError")  # expect: ValueError
