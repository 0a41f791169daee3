# More than 255 arguments and parameters.
names = ["a%d" % i for i in range(300)]
space = {}
exec("def f(%s): return %s" % (", ".join(names), " + ".join(names)), space)
f = space["f"]
print(f(*range(300)))  # expect: 44850
print(eval("f(%s)" % ", ".join(str(i) for i in range(300))))  # expect: 44850
print(eval("f(%s)" % ", ".join("%s=%d" % (n, i) for i, n in enumerate(names))))  # expect: 44850
def g(*args, **kw): return len(args), len(kw)
print(g(*range(1000), **{n: 0 for n in names}))  # expect: (1000, 300)
