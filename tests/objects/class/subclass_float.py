# Subclasses of float and complex.
class Metres(float):
    def __str__(self): return "%.1f m" % self
    def __add__(self, o): return Metres(float(self) + float(o))
m = Metres(2.5)
print(m, repr(m), m + 1, m * 2, type(m * 2).__name__, m > 2, int(m), m.is_integer(), abs(-m))
# expect: 2.5 m 2.5 3.5 m 5.0 float True 2 False 2.5
m.unit = "m"
print(m.unit, round(m), hash(m) == hash(2.5), m == 2.5, Metres("1e3"), [m])
# expect: m 2 True True 1000.0 m [2.5]
class Z(complex):
    def __abs__(self): return "size"
z = Z(1, 2)
print(z, z.real, z + 1, abs(z), z == 1 + 2j)  # expect: (1+2j) 1.0 (2+2j) size True
