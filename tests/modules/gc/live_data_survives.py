# What is reachable in any way survives collections.
import gc
def make():
    big = {i: [str(i)] for i in range(300)}
    def inner(k): return big[k]
    return inner
def gen():
    local = ["generator local"]
    gc.collect()
    yield local
    gc.collect()
    yield local
f, g = make(), gen()
next(g)
class C:
    attribute = [1, 2, 3]
    def __init__(self): self.own = {"a": (1, [2])}
c = C()
bound = "some text".upper
for i in range(5):
    junk = [[j] for j in range(2000)]
    gc.collect()
print(f(250), next(g), c.own, C.attribute, bound(),
      [gc.collect() and 0 or x for x in ["in", "a", "list"]],
      (lambda *a: (gc.collect(), a)[1])("arg", [1]))
# expect: ['250'] ['generator local'] {'a': (1, [2])} [1, 2, 3] SOME TEXT ['in', 'a', 'list'] ('arg', [1])
