# WeakSet.
import weakref, gc


class A:
    def __init__(self, v):
        self.v = v


def show(s):
    print(type(s).__name__, sorted(a.v for a in s))


a, b, c, d = items = [A(i) for i in range(4)]
s = weakref.WeakSet([a, b])
s.add(c)
s.add(c)
show(s)
print(len(s), a in s, d in s, 5 in s)
t = weakref.WeakSet([b, d])
show(s | t)
show(s & t)
show(s - t)
show(s ^ t)
show(s.union([d]))
show(s.intersection([a, d]))
show(s.difference([a]))
show(s.symmetric_difference([a, d, d]))
u = s.copy()
print(u == s, u is s, u <= s, u < s, u >= s, s > t, s.isdisjoint([d]), s.isdisjoint(t), u == 5)
print(weakref.WeakSet([a]).issubset(s), s.issuperset([a, b]))
u |= t
show(u)
u &= t
show(u)
u ^= s
show(u)
u -= s
show(u)
u.update([a])
u.discard(b)
u.remove(a)
try:
    u.remove(a)
except KeyError:
    print("KeyError")
print(u.pop() is d, len(u))
try:
    u.pop()
except KeyError as e:
    print(e)
del items, a, b
gc.collect()
show(s)
for x in s:
    del x
    c = None
    gc.collect()
gc.collect()                              # what the iteration held
show(s)
s.clear()
try:
    hash(s)
except TypeError:
    print("unhashable")

# output:
# WeakSet [0, 1, 2]
# 3 True False False
# WeakSet [0, 1, 2, 3]
# WeakSet [1]
# WeakSet [0, 2]
# WeakSet [0, 2, 3]
# WeakSet [0, 1, 2, 3]
# WeakSet [0]
# WeakSet [1, 2]
# WeakSet [1, 2, 3]
# True False True False True False True False False
# True True
# WeakSet [0, 1, 2, 3]
# WeakSet [1, 3]
# WeakSet [0, 2, 3]
# WeakSet [3]
# KeyError
# True 0
# 'pop from empty WeakSet'
# WeakSet [2]
# WeakSet []
# unhashable
