# Fields are evaluated from left to right, each once; scopes are those around.
def show(x):
    print("show", x)
    # expect: show 1
    # expect: show b
    # expect: show 3
    # expect: show 4
    return x
print(f"{show(1)} {show('b')!r} {show(3):{show(4)}}")  # expect: 1 'b'    3
class C:
    x = 5
    text = f"{x} {[x for x in 'ab']}"
print(C.text)  # expect: 5 ['a', 'b']
def outer(v):
    def inner(): return f"{v!r}"
    return inner
print(outer("closed over")())  # expect: 'closed over'
def g(): yield f"{(yield 1)}"
it = g()
next(it)
print(it.send("sent"))  # expect: sent
try:
    f"{1 / 0}"
except ZeroDivisionError:
    print("ZeroDivisionError")  # expect: ZeroDivisionError
