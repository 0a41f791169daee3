# __len__, __getitem__, __setitem__, __delitem__, __contains__, __iter__, __reversed__.
class Box:
    def __init__(self): self.d = {}
    def __len__(self): return len(self.d)
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __contains__(self, k): return "yes" if k == "in" else ""
    def __iter__(self): return iter(["iter"])
    def __reversed__(self): return iter("rev")
b = Box()
print(bool(b), len(b))  # expect: False 0
b[1] = "one"
b["x", 2] = "pair"
del b[1]
print(b["x", 2], bool(b), "in" in b, 5 in b, 5 not in b)  # expect: pair True True False True
print(list(b), list(reversed(b)), *b)  # expect: ['iter'] ['r', 'e', 'v'] iter
class OnlyIter:
    def __iter__(self): return iter((1, 2, 3))
print(2 in OnlyIter(), 9 in OnlyIter(), max(OnlyIter()))  # expect: True False 3
class OnlyItem:
    def __getitem__(self, i): return [10, 20, 30][i]
    def __len__(self): return 3
print(20 in OnlyItem(), list(OnlyItem()), list(reversed(OnlyItem())), tuple(OnlyItem()))
# expect: True [10, 20, 30] [30, 20, 10] (10, 20, 30)
try:
    b["missing"]
except KeyError as e:
    print("KeyError", e)  # expect: KeyError 'missing'
