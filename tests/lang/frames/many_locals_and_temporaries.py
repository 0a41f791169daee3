# Functions with hundreds of locals, deep expressions, many constants.
def define(*lines):
    space = {}
    exec("\n".join(lines), space)
    return space["f"]
names = ["v%d" % i for i in range(400)]
f = define("def f(n):", *[" %s = n + %d" % (v, i) for i, v in enumerate(names)],
           " " + ", ".join(names) + " = " + ", ".join(reversed(names)),
           " return v0 - n, v399 - n, " + " + ".join(names))
print(f(5))  # expect: (399, 0, 81800)
f = define("def f(a): return " + "(a + " * 80 + "a" + ")" * 80)
print(f(2))  # expect: 162
f = define("def f(g): return [" + ", ".join("g(%d)" % i for i in range(300)) + "]")
print(sum(f(lambda x: x * 2)))  # expect: 89700
f = define("def f(g): return " + "g(1, " * 60 + "0" + ")" * 60)
print(f(lambda a, b: a + b))  # expect: 60
f = define("def f():", *[" def i%d(): return x + %d" % (i, i) for i in range(50)], " x = 100",
           " return [" + ", ".join("i%d()" % i for i in range(50)) + "]")
print(sum(f()))  # expect: 6225
f = define("def f(x):", " return {" +
           ", ".join("'k%d': [x, (x, %d)]" % (i, i * 99991) for i in range(300)) + "}")
print(len(f(1)), f(2)["k299"])  # expect: 300 [2, (2, 29897309)]
f = define("def f(x):", " return (" + " or ".join("x == %d" % i for i in range(500)) + ",",
           " and ".join("x < %d" % i for i in range(400, 900)) + ")")
print(f(499), f(3), f(-1))  # expect: (True, False) (True, True) (False, True)
