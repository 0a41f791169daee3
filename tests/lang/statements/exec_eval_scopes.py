# exec and eval with dictionaries of globals and locals.
g = {"a": 1}
l = {"b": 2}
exec("c = a + b\nglobal d\nd = 'glob'", g, l)
print(l, g["d"], "c" in g)  # expect: {'b': 2, 'c': 3} glob False
print(eval("a + b", g, l))  # expect: 3
exec("def f(): return a * 10", g)
print(g["f"]())  # expect: 10
def f():
    x = 5
    return eval("x + 1"), sorted(locals())
print(f())  # expect: (6, ['x'])
code = compile("result = [i * i for i in range(n)]", "<test>", "exec")
space = {"n": 4}
exec(code, space)
print(space["result"])  # expect: [0, 1, 4, 9]
print(eval(compile("6 * 7", "", "eval")))  # expect: 42
