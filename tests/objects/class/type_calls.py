# type() with one and three arguments.
def area(self): return self.w * self.h
R = type("R", (object,), {"w": 2, "h": 3, "area": area})
print(R.__name__, R().area(), type(R) is type, type(5) is int, type(type) is type)
# expect: R 6 True True True
S = type("S", (R,), dict(w=10))
print(S().area(), S.__bases__ == (R,), S.__module__)  # expect: 30 True __main__
for args in ((1, 2), ("x", 5, {}), (5, (), {}), ("x", (), 5), ("x", (5,), {})):
    try:
        type(*args)
        print("accepted")
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
for base in (bool, type(None), type(lambda: 0), range, slice, type(...)):
    try:
        type("X", (base,), {})
        print("accepted", base)
    except TypeError:
        print("TypeError", end=" ")
print()  # expect: TypeError TypeError TypeError TypeError TypeError TypeError
