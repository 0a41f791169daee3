# Subclasses of list: built-in operations reach the list inside.
class Stack(list):
    def __init__(self, *items, limit=3):
        super().__init__(items)
        self.limit = limit
    def append(self, x):
        if len(self) >= self.limit: raise OverflowError("full")
        super().append(x)
    def __getitem__(self, i): return "item " + str(super().__getitem__(i))
    def __repr__(self): return "Stack" + super().__repr__()
s = Stack(1, 2)
s.append(3)
try:
    s.append(4)
except OverflowError as e:
    print(e)  # expect: full
print(s, s[0], len(s), s == [1, 2, 3], [0] + s, type([0] + s).__name__, type(s + [4]).__name__)
# expect: Stack[1, 2, 3] item 1 3 True [0, 1, 2, 3] list list
s.extend([5, 6])
s += [7]
print(s, type(s).__name__, sorted(s, reverse=True), list(s), s.limit, s.pop(), s.index(5))
# expect: Stack[1, 2, 3, 5, 6] Stack [7, 6, 5, 3, 2, 1] [1, 2, 3, 5, 6, 7] 3 7 3
a, *b = s
print(a, b, 2 in s, bool(Stack()), max(s), isinstance(s, list), s[1:])
# expect: 1 [2, 3, 5, 6] True False 6 True item [2, 3, 5, 6]
s.sort(reverse=True)
print([*s], tuple(s), s.copy(), type(s.copy()).__name__)
# expect: [6, 5, 3, 2, 1] (6, 5, 3, 2, 1) [6, 5, 3, 2, 1] list
