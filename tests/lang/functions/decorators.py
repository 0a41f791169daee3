# Decorators apply from the bottom up; any expression may be one.
def tag(name):
    print("make", name)
    # expect: make outer
    # expect: make inner
    def deco(f):
        print("apply", name)
        # expect: apply inner
        # expect: apply outer
        return lambda *a: (name, f(*a))
    return deco
@tag("outer")
@tag("inner")
def f(x): return x
print(f(1))  # expect: ('outer', ('inner', 1))
table = {"d": [lambda f: f.__name__]}
@table["d"][0]
def named(): pass
print(named)  # expect: named
@(lambda c: c.__name__ + "!")
class C: pass
print(C)  # expect: C!
@lambda f: 5
def five(): pass
print(five)  # expect: 5
