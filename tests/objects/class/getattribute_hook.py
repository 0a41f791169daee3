# __getattribute__ sees every access; its AttributeError leads to __getattr__.
class C:
    x = 1
    def __getattribute__(self, name):
        if name == "x": return "intercepted"
        if name == "gone": raise AttributeError(name)
        return object.__getattribute__(self, name)
    def __getattr__(self, name): return "fallback " + name
    def m(self): return "method"
c = C()
c.y = 5
print(c.x, c.y, c.gone, c.m(), C.x)  # expect: intercepted 5 fallback gone method 1
print(object.__getattribute__(c, "x"), getattr(c, "nothing"))  # expect: 1 fallback nothing
print(len.__class__.__name__ != "", c.__class__ is C)  # expect: True True
