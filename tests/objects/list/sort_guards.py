# list.sort: a key function that fails or changes the list; Python's own __lt__; stability.
l = [3, 1, 2]
def fails(x): raise KeyError(x)
try:
    l.sort(key=fails)
except KeyError as e:
    print("KeyError", e, l)  # expect: KeyError 3 [3, 1, 2]
def changes(x):
    l.append(x)
    return x
try:
    l.sort(key=changes)
except ValueError as e:
    print(e, l)  # expect: list modified during sort [1, 2, 3]
class Pair:
    def __init__(self, a, b): self.a, self.b = a, b
    def __lt__(self, other): return self.a < other.a
    def __repr__(self): return f"{self.a}{self.b}"
row = [Pair(i * 7 % 3, c) for i, c in enumerate("abcdefgh")]
print(sorted(row))  # expect: [0a, 0d, 0g, 1b, 1e, 1h, 2c, 2f]
print(sorted(row, reverse=True))  # expect: [2c, 2f, 1b, 1e, 1h, 0a, 0d, 0g]
print(sorted([(1, "b"), (1, "a"), (0, "z"), (1,)]), sorted("baé"), sorted([2.5, 1, True, 0.5]))
# expect: [(0, 'z'), (1,), (1, 'a'), (1, 'b')] ['a', 'b', 'é'] [0.5, 1, True, 2.5]
