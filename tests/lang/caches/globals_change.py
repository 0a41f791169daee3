# Globals and builtins that change while functions that use them run.
def f(): return len("abc"), value
value = 1
out = [f(), f()]
value = 2
out.append(f())
len = lambda x: "own len"
out.append(f())
del len
out.append(f())
import builtins
builtins.value = "builtin value"
del value
out.append(f())
value = 3
out.append(f())
del value, builtins.value
try:
    f()
except NameError:
    out.append("NameError")
globals()["value"] = 4
out.append(f())
for i in range(300): globals()["filler%d" % i] = i
out.append(f())
def loop():
    seen = []
    for i in range(4):
        global value
        value = i
        seen.append(f()[1])
        if i == 2: exec("value = 'exec'", globals())
        seen.append(value)
    return seen
print(out, loop())
# expect: [(3, 1), (3, 1), (3, 2), ('own len', 2), (3, 2), (3, 'builtin value'), (3, 3), 'NameError', (3, 4), (3, 4)] [0, 0, 1, 1, 2, 'exec', 3, 3]
