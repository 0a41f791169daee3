# singledispatch chooses by the type of the first argument.
from functools import singledispatch
@singledispatch
def show(x): return "object"
@show.register(int)
def _(x): return "int"
@show.register(list)
def _(x): return "list of %d" % len(x)
print(show(1), show([1, 2]), show("a"), show(True))  # expect: int list of 2 object int
