# schedule(f, x) calls f(x) soon, between two instructions; what it raises does not reach the program.
# micropython
import micropython
seen = []
def note(x):
    seen.append(x)
micropython.schedule(note, 1)
for i in range(3): pass
print(seen)                     # expect: [1]
def later():
    micropython.schedule(note, 2)
    return len(seen)
n = later()
for i in range(3): pass
print(n, seen)                  # expect: 1 [1, 2]
def wrong(x):
    raise KeyError(x)
micropython.schedule(wrong, 3)
for i in range(3): pass
print("on")                     # expect: on
def again(x):
    if x: micropython.schedule(again, x - 1)
    seen.append(x)
micropython.schedule(again, 3)
n = 0
while len(seen) < 6:
    n += 1
print(seen, 1 <= n < 100)       # expect: [1, 2, 3, 2, 1, 0] True
# In the order in which they were given; eight wait at most.
del seen[:]
try:
    [micropython.schedule(note, i) for i in range(20)]
except RuntimeError as e:
    print(e)
for i in range(3): pass
print(len(seen) >= 4, seen == list(range(len(seen))))  # expect: True True
# In the middle of an expression, and inside a call that a built-in function makes.
class Key:
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        micropython.schedule(note, "lt")
        for i in range(2): pass
        return self.n < other.n
del seen[:]
print([k.n for k in sorted(map(Key, [3, 1, 2]))], set(seen))  # expect: [1, 2, 3] {'lt'}
