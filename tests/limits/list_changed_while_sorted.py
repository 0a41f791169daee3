# A list that is changed while it is sorted: ValueError, and it stays usable.
a = [3, 1, 2]
def key(x):
    a.append(x)
    return x
try:
    a.sort(key=key)
except ValueError:
    print("ValueError")  # expect: ValueError
class V:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        b.clear()
        return self.v < o.v
b = [V(2), V(1), V(3)]
try:
    b.sort()
except ValueError:
    print("ValueError")
c = [1, 2, 3]
print(sorted(c, key=lambda x: c.clear() or x), c)  # expect: [1, 2, 3] []
a.append(5)
b.append(6)
print(a[-1], b[-1], isinstance(len(a), int))  # expect: 5 6 True
