def f(*args, **kw):
    return args


def g():
    return 1


x = f(
    1,  # no stop
    g(),
    2,  # no stop
)
x = f(g(),
      g())
x = [
    1,  # no stop
    g(),
]
text = (
    "a b"  # no stop
    .upper()
    .split()
)
for i in (1,
          2):
    x = i
def defaults(
    a=g(),
    b=2,  # no stop
):
    return a
defaults(
)
