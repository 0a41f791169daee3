# Lists that change while they are iterated, compared, repeated, joined.
a = [1, 2, 3, 4]
out = []
for x in a:
    out.append(x)
    if x == 2: del a[0]
print(out, a)  # expect: [1, 2, 4] [2, 3, 4]
a = [1, 2, 3]
for x in a:
    a.clear()
print(a)  # expect: []
class Evil:
    def __init__(self, target): self.target = target
    def __eq__(self, o):
        self.target.clear()
        return False
    def __repr__(self):
        self.target.clear()
        return "evil"
    def __index__(self):
        self.target.clear()
        return 2
b = []
b += [Evil(b), 1, 2, 3]
print(5 in b, b)  # expect: False []
b += [Evil(b), 1, 2]
print(b == [1, 2, 3], b)  # expect: False []
b += [Evil(b), 1]
print(b.count(5), b)  # expect: 0 []
b += [Evil(b), 1]
try:
    b.remove(5)
except ValueError:
    print("ValueError", b)  # expect: ValueError []
b += [Evil(b), 1]
try:
    b.index(7)
except ValueError:
    print("ValueError", b)  # expect: ValueError []
b += [1, 2, 3, 4]
try:
    b[Evil(b)]
except IndexError:
    print("IndexError")  # expect: IndexError
b += [1, 2, 3, 4]
try:
    b[Evil(b)] = 5
except IndexError:
    print("IndexError")  # expect: IndexError
c = [1, 2, 3]
c[:] = (c.clear() or x for x in [7, 8])
print(c)  # expect: [7, 8]
d = [1]
d.extend(x + 1 for x in d if len(d) < 20)
print(len(d) <= 21)  # expect: True
