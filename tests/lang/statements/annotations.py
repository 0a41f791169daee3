# Annotated assignments; a bare annotation binds nothing, in a function it makes the name local.
x: int = 5
y: "whatever"
print(x)  # expect: 5
try:
    y
except NameError:
    print("NameError")  # expect: NameError
def f():
    n: undefined_name = 1       # not evaluated in functions
    m: int
    try:
        m
    except UnboundLocalError:
        print("UnboundLocalError")  # expect: UnboundLocalError
    return n
print(f())  # expect: 1
class C: pass
C.z: int = 3
d = {}
d["k"]: int = 4
(v): int = 5
print(C.z, d, v)  # expect: 3 {'k': 4} 5
