# Items compared by their own __lt__; exceptions in __lt__ and key pass through.
class V:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        if self.v == 13: raise KeyError("unlucky")
        return self.v < o.v
    def __repr__(self): return "V%d" % self.v
print(sorted([V(3), V(1), V(2)]), min(V(5), V(4)))  # expect: [V1, V2, V3] V4
items = [V(1), V(13), V(5)]
try:
    items.sort()
except KeyError as e:
    print(e, len(items))  # expect: 'unlucky' 3
def key(x): return 1 / x
try:
    sorted([2, 1, 0], key=key)
except ZeroDivisionError:
    print("ZeroDivisionError")  # expect: ZeroDivisionError
