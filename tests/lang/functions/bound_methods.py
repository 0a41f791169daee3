# Methods bind their instance; they compare by function and instance.
class C:
    def __init__(self, n): self.n = n
    def add(self, x): return self.n + x
c = C(10)
add = c.add
c.n = 20
print(add(1), C.add(c, 2))  # expect: 21 22
print(c.add == c.add, c.add == C(20).add, c.add is c.add)  # expect: True False False
print(add.__self__ is c, add.__func__ is C.add, add.__name__)  # expect: True True add
print(list(map(C(1).add, [1, 2])))  # expect: [2, 3]
c.own = lambda x: ("not bound", x)
print(c.own(3))  # expect: ('not bound', 3)
print(hash(c.add) == hash(c.add))  # expect: True
