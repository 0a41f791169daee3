# A called function changes a variable of the running expression.
def f():
    x = 1
    def bump():
        nonlocal x
        x += 10
        return x
    a = x + bump() + x
    b = (x, bump(), x)
    c = [x] + [bump()] + [x]
    x += bump()
    d = x
    x = x * bump()
    return a, b, c, d, x
print(f())  # expect: (23, (11, 21, 21), [21, 31, 31], 72, 5904)
g = 1
def bump():
    global g
    g += 10
    return g
def use():
    global g
    a = g + bump() + g
    g += bump()
    return a, g
print(use())  # expect: (23, 32)
class C:
    v = 1
    def bump(self):
        self.v += 10
        return self.v
    def use(self):
        a = self.v + self.bump() + self.v
        self.v += self.bump()
        return a, self.v
print(C().use())  # expect: (23, 32)
items = [1]
def grow():
    items[0] += 10
    return items[0]
items[0] += grow()
print(items, items[0] + grow() + items[0])  # expect: [22] 56
