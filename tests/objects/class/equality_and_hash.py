# __eq__, __ne__ and __hash__; defining __eq__ alone makes a class unhashable.
class P:
    def __init__(self, v): self.v = v
    def __eq__(self, other):
        if not isinstance(other, P): return NotImplemented
        return self.v == other.v
    def __hash__(self): return hash(self.v)
print(P(1) == P(1), P(1) != P(1), P(1) == P(2), P(1) == 1, P(1) != 1)
# expect: True False False False True
print(len({P(1), P(1), P(2)}), {P(3): "x"}[P(3)], P(1) in [P(1)])  # expect: 2 x True
class NoHash:
    def __eq__(self, other): return True
try:
    hash(NoHash())
except TypeError:
    print("TypeError")  # expect: TypeError
print(NoHash.__hash__, NoHash() == 5, 5 == NoHash(), NoHash() != 5)  # expect: None True True False
class Plain: pass
p = Plain()
print(p == p, p == Plain(), hash(p) == hash(p), p != p)  # expect: True False True False
class Sub(P): pass
print(hash(Sub(4)) == hash(4))  # expect: True
class Bad:
    def __hash__(self): return "text"
try:
    hash(Bad())
except TypeError:
    print("TypeError")  # expect: TypeError
class Big:
    def __hash__(self): return 10 ** 30
print(isinstance(hash(Big()), int), hash(True) == 1)  # expect: True True
