# Values already taken in an expression do not change when the name is bound again.
def f():
    x = 1
    a = x + (x := 5) + x
    b = [x, (x := 7), x]
    c = (x, (x := 8), x)
    d = {x: (x := 9), x: x}
    e = x < (x := 20) < x
    g = max(x, (x := 3), x)
    h = "%s %s %s" % (x, (x := "new"), x)
    i = x.upper() + (x := "other") + x.upper()
    return a, b, c, d, e, g, h, i
print(f())
# expect: (11, [5, 7, 7], (7, 8, 8), {8: 9, 9: 9}, False, 20, '3 new new', 'NEWotherOTHER')
def swap():
    a, b, c = 1, 2, 3
    a, b = b, a
    b, c, a = a, b, c
    a, a = 5, 6
    c = a, b, c = c, b, a
    return a, b, c
print(swap())  # expect: (1, 2, 6)
def index():
    items, i = [0, 1, 2, 3], 0
    items[i] = (i := 2)
    i, items[i] = 3, "at three"
    items[i - 1], i = i, items[i - 1]
    return items, i
print(index())  # expect: ([0, 1, 3, 'at three'], 2)
def ternary(a, b):
    a = a if (a := a + 1) > 5 else (b, a)
    return a, a
print(ternary(5, 0), ternary(1, 2))  # expect: (6, 6) ((2, 2), (2, 2))
