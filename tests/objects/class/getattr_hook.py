# __getattr__ is called only for what is not found otherwise.
class C:
    x = 1
    def __getattr__(self, name):
        if name == "secret": raise AttributeError("no " + name)
        return "dynamic " + name
c = C()
c.y = 2
print(c.x, c.y, c.z, getattr(c, "w"), hasattr(c, "anything"))
# expect: 1 2 dynamic z dynamic w True
print(hasattr(c, "secret"), getattr(c, "secret", "default"))  # expect: False default
try:
    c.secret
except AttributeError as e:
    print(e)  # expect: no secret
try:
    len(c)                   # special methods are looked up on the type only
except TypeError:
    print("TypeError")  # expect: TypeError
