# Functions with hundreds of locals, deep expressions, many constants.
space = {}
names = ["v%d" % i for i in range(400)]
exec("def f(n):\n" + "".join(" %s = n + %d\n" % (v, i) for i,
                             v in enumerate(names)) + " " + ", ".join(names) + " = " + ", ".join(reversed(names)) + "\n return v0 - n, v399 - n, " + " + ".join(names), space)
print(space["f"](5))  # expect: (399, 0, 81800)
exec("def g(a): return " + "(a + " * 80 + "a" + ")" * 80, space)
print(space["g"](2))  # expect: 162
exec("def h(f): return [" + ", ".join("f(%d)" % i for i in range(300)) + "]", space)
print(sum(space["h"](lambda x: x * 2)))  # expect: 89700
exec("def k(f): return " + "f(1, " * 60 + "0" + ")" * 60, space)
print(space["k"](lambda a, b: a + b))  # expect: 60
exec("def c():\n" + "".join(" def i%d(): return %s\n" % (i,
    "x + %d" % i) for i in range(50)) + " x = 100\n return [" + ", ".join("i%d()" % i for i in range(50)) + "]", space)
print(sum(space["c"]()))  # expect: 6225
exec("def m(x):\n return {" + ", ".join("'k%d': [x, (x, %d)]" % (i,
    i * 99991) for i in range(300)) + "}", space)
print(len(space["m"](1)), space["m"](2)["k299"])  # expect: 300 [2, (2, 29897309)]
exec("def s(x):\n return (" + " or ".join("x == %d" % i for i in range(500)) + ", " + " and ".join("x < %d" % i for i in range(400, 900)) + ")", space)
print(space["s"](499), space["s"](3), space["s"](-1))
# expect: (True, False) (True, True) (False, True)
