# Properties with getter, setter, deleter; read-only ones refuse assignment.
class Celsius:
    def __init__(self): self._t = 0
    @property
    def t(self):
        "temperature"
        return self._t
    @t.setter
    def t(self, v):
        print("set", v)
        self._t = v
    @t.deleter
    def t(self):
        print("del")
        self._t = None
    @property
    def fahrenheit(self): return self.t * 9 / 5 + 32
c = Celsius()
c.t = 100
c.t += 1
print(c.t, c.fahrenheit, Celsius.t.__doc__)
del c.t
print(c.t)
for action in ("c.fahrenheit = 1", "del c.fahrenheit"):
    try:
        exec(action)
    except AttributeError:
        print("AttributeError")
c.__dict__["t"] = "hidden"
print(c.t)

# output:
# set 100
# set 101
# 101 213.8 temperature
# del
# None
# AttributeError
# AttributeError
# None
