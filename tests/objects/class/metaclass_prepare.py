# __prepare__ gives the namespace of the class body.
class Logged(dict):
    def __setitem__(self, k, v):
        if not k.startswith("__"): print("define", k)
        super().__setitem__(k, v)
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, kw)
        return Logged(given=99)
    def __new__(mcs, name, bases, space, **kw):
        cls = super().__new__(mcs, name, bases, dict(space))
        cls.order = [k for k in space if k[0] != "_"]
        return cls
class A(metaclass=Meta, k=1):
    b = 1
    a = given + 1
    def f(self): pass
print(A.order, A.a)

# output:
# prepare A {'k': 1}
# define b
# define a
# define f
# ['given', 'b', 'a', 'f'] 100
