# Subclasses of int: values, overridden operators, results are plain ints.
class Even(int):
    def __new__(cls, v): return super().__new__(cls, v // 2 * 2)
    def half(self): return self // 2
    def __add__(self, o): return Even(int(self) + o)
    def __repr__(self): return "Even(%d)" % self
e = Even(7)
print(e, e + 3, type(e + 3).__name__, e * 2, type(e * 2).__name__, e.half(), 1 + e, -e)
# expect: Even(6) Even(8) Even 12 int 3 7 -6
print(e == 6, hash(e) == hash(6), {6: "x"}[e], [0] * e, range(10)[e], "%d %s" % (e, e))
# expect: True True x [0, 0, 0, 0, 0, 0] 6 6 Even(6)
e.note = "attribute"
print(e.note, isinstance(e, int), int(e), type(int(e)).__name__, e.bit_length(), bool(Even(1)))
# expect: attribute True 6 int 3 False
class Flag(int):
    def __str__(self): return "flag"
    def __format__(self, spec): return "formatted " + spec
print(Flag(3), f"{Flag(3):x}", repr(Flag(3)), [Flag(3)], sum([Flag(1), Flag(2)]), max(Flag(9), 2))
# expect: flag formatted x 3 [3] 3 flag
big = Even(10 ** 30)
print(big + 1, big == 10 ** 30, sorted([Even(4), 1, Even(2)]))
# expect: Even(1000000000000000000000000000000) True [1, Even(2), Even(4)]
