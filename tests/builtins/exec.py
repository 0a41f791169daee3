# exec binds names in the given dictionaries.
exec("a = 5")
print(a)  # expect: 5
space = {}
exec("def f(n):\n    return n * k\nk = 3\nclass C:\n    v = f(2)", space)
print(space["f"](4), space["C"].v, exec("1"))  # expect: 12 6 None
local = {}
exec("z = 1\nprint(z + a)", globals(), local)  # expect: 6
print(local, "z" in globals())  # expect: {'z': 1} False
def f():
    v = 1
    exec("v = 2; w = 3")
    return v
print(f())  # expect: 1
try:
    exec("w\nraise KeyError('from exec')", {"w": 1})
except KeyError as e:
    print(e)  # expect: 'from exec'
try:
    exec("if", {})
except SyntaxError:
    print("SyntaxError")  # expect: SyntaxError
exec("for i in range(2): print(i)")
# expect: 0
# expect: 1
exec("import math\nprint(math.floor(2.5))", {})  # expect: 2
