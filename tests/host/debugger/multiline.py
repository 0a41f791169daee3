def f(*args, **kw):
    return args


def g():
    return 1


x = f(
    1,
    g(),
    2,
)
x = f(g(),
      g())
x = [
    1,
    g(),
]
x = {
    "a": 1,
    "b": g(),
}
x = (1 +
     g() +
     3)
if (x
        and g()
        and x > 100):
    x = 1
x = f(
    a=1,
    b=g(),
)
text = ("abc"
        "def")
x = f(1,
      2) if g() else f(
          3)
x = [
    n
    for n in range(2)
    if n
]
text = (
    "a b"
    .upper()
    .split()
)
for i in (1,
          2):
    x = i
def defaults(
    a=g(),
    b=2,
):
    return a
defaults(
)
