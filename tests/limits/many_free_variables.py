# A function with more than 255 free variables; targets behind a star beyond 255.
N = 300
src = "def outer(p):\n" + "".join(" v%d = %d + p\n" % (i, i) for i in range(N))
names = ["v%d" % i for i in range(N)]
src += " def inner(a, b=2, *, c=3):\n  def deep():\n   nonlocal v5\n   v5 += 1\n   return "
src += " + ".join(names) + "\n  return deep() + a + b + c\n"
src += " return inner, lambda: v5, lambda: (" + ",".join(names) + ")\n"
ns = {}
exec(src, ns)
f, g, h = ns["outer"](1)
print(f(1), g(), f(1, 5, c=9), g(), sum(h()))  # expect: 45157 7 45167 8 45152
for n in (254, 255, 256, 257, 1000):
    src = "def o():\n" + "".join(" v%d = %d\n" % (i, i) for i in range(n)) + " class C:\n  x = v1\n"
    src += "  def m(self): return [" + ",".join("v%d" % i for i in range(n)) + "]\n return C().m\n"
    exec(src, ns)
    print(n, sum(ns["o"]()()))
    # expect: 254 32131
    # expect: 255 32385
    # expect: 256 32640
    # expect: 257 32896
    # expect: 1000 499500
a, *b, c = range(5)
print(a, b, c)  # expect: 0 [1, 2, 3] 4
src = "a, b, *c, " + ",".join("d%d" % i for i in range(400)) + " = range(500)"
exec(src, ns)
print(ns["a"], ns["b"], ns["c"][0], ns["c"][-1], len(ns["c"]), ns["d0"], ns["d399"])
# expect: 0 1 2 99 98 100 499
def f(x):
    a, *b, c = x
    x = 3
    return a, b, c, x
print(f("hello"))  # expect: ('h', ['e', 'l', 'l'], 'o', 3)
try:
    f("h")
except ValueError as e: print(e)  # expect: not enough values to unpack (expected at least 2, got 1)
try:
    f(5)
except TypeError as e: print(e)  # expect: cannot unpack non-iterable int object
