# dir and vars of modules, classes, instances; dir() without arguments.
class C:
    x = 1
    def m(self): pass
c = C()
c.y = 2
print([n for n in dir(c) if not n.startswith("__")], [n for n in dir(C) if not n.startswith("__")],
      vars(c))  # expect: ['m', 'x', 'y'] ['m', 'x'] {'y': 2}
def f(a):
    b = 1
    return dir(), sorted(vars())
print(f(0))  # expect: (['a', 'b'], ['a', 'b'])
class D:
    def __dir__(self): return ["b", "a"]
print(dir(D()), "upper" in dir(str), "__len__" in dir([]), "C" in dir(), vars() is globals())
# expect: ['a', 'b'] True True True True
try:
    vars(5)
except TypeError:
    print("TypeError")  # expect: TypeError
