# The __dict__ of built-in types has their special methods, as enum and its like look for them.
for cls, names in (int, "__new__ __add__ __repr__"), (str, "__new__ __len__ upper"), (list, "__init__ __iter__"), (object, "__init__ __str__"):
    print(cls.__name__, [name in cls.__dict__ for name in names.split()])
# expect: int [True, True, True]
# expect: str [True, True, True]
# expect: list [True, True]
# expect: object [True, True]
print("__len__" in int.__dict__, "__add__" in object.__dict__, int.__dict__["__add__"](2, 3))     # expect: False False 5


class A(int):
    def f(self): pass


print("__add__" in A.__dict__, "f" in A.__dict__)       # expect: False True
try:
    int.__dict__["x"] = 1
except TypeError as e:
    print(e)                    # expect: 'mappingproxy' object does not support item assignment
