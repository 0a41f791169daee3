# In-place operators: __iadd__ and the rest, falling back to __add__.
class L:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(("+=", o)); return self
    def __isub__(self, o): return "replaced"
    def __imul__(self, o): return NotImplemented
    def __mul__(self, o): return ("mul", o)
    def __ior__(self, o): self.log.append(("|=", o)); return self
    def __imatmul__(self, o): self.log.append(("@=", o)); return self
    def __ipow__(self, o): self.log.append(("**=", o)); return self
    def __ifloordiv__(self, o): self.log.append(("//=", o)); return self
x = y = L()
x += 1
x |= 2
x @= 3
x **= 4
x //= 5
print(x is y, x.log)  # expect: True [('+=', 1), ('|=', 2), ('@=', 3), ('**=', 4), ('//=', 5)]
x *= 5
print(x)  # expect: ('mul', 5)
y -= 1
print(y)  # expect: replaced
class C: pass
c = C()
try:
    c += 1
except TypeError:
    print("TypeError")  # expect: TypeError
class F:
    def __add__(self, o): return ("add", o)
f = F()
f += 7
print(f)  # expect: ('add', 7)
