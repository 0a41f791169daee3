# Loop variables: changed in the body, kept after the loop, captured, shared.
def f():
    out = []
    for i in range(3):
        i *= 10
        out.append(i)
    out.append(i)
    for i in range(0): pass
    out.append(i)
    n = 3
    for j in range(n):
        n = 100
        out.append(j)
    fs = []
    for k in range(3): fs.append(lambda: k)
    out.append([g() for g in fs])
    k = "changed"
    out.append(fs[0]())
    for a in range(2):
        for a in range(5, 7): pass
        out.append(a)
    for out2 in [out]: out2.append("same list")
    for x, x in [(1, 2)]: out.append(x)
    for i in range(10):
        if i == 2: del i; break
    try:
        i
    except UnboundLocalError:
        out.append("unbound")
    return out
print(f())
# expect: [0, 10, 20, 20, 20, 0, 1, 2, [2, 2, 2], 'changed', 6, 6, 'same list', 2, 'unbound']
for i in range(3):
    def g(i=i): return i
    globals()["i"] = 50
print(i, g())  # expect: 50 2
