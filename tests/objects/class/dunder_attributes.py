# __dict__, __bases__, __subclasses__ and friends.
class A:
    "doc"
    x = 1
class B(A): pass
class C(A): pass
print([c.__name__ for c in A.__subclasses__()], B.__bases__[0] is A)  # expect: ['B', 'C'] True
print("x" in A.__dict__, "x" in B.__dict__, A.__dict__["x"], A.__doc__, B.__doc__)
# expect: True False 1 doc None
try:
    A.__dict__["y"] = 1
except TypeError:
    print("TypeError")  # expect: TypeError
a = A()
a.__dict__["z"] = 5
print(a.z, a.__dict__)  # expect: 5 {'z': 5}
a.__dict__ = {"fresh": 1}
print(a.fresh, hasattr(a, "z"))  # expect: 1 False
A.__name__ = "Renamed"
print(A.__name__, a.__class__.__name__)  # expect: Renamed Renamed
print("x" in dir(a), "fresh" in dir(a), "__init__" in dir(a), "x" in dir(C))
# expect: True True True True
