# deque: both ends, maxlen, rotate, indexing.
from collections import deque
d = deque([1, 2, 3])
d.append(4); d.appendleft(0); d.extend([5, 6]); d.extendleft([-1, -2])
print(d, len(d), d[0], d[-1], d[4], d.pop(), d.popleft(), 3 in d, d.index(3), d.count(2))
# expect: deque([-1, 0, 1, 2, 3, 4, 5]) 9 -2 6 2 6 -2 True 4 1
d.rotate(2); print(d)  # expect: deque([4, 5, -1, 0, 1, 2, 3])
d.rotate(-3); print(list(d), list(reversed(d)))
# expect: [0, 1, 2, 3, 4, 5, -1] [-1, 5, 4, 3, 2, 1, 0]
d[1] = "x"; del d[0]; d.insert(1, "i"); d.remove(5); d.reverse()
print(d, d == deque(d), d.copy() == d, bool(deque()), d + deque([1]), deque("ab") * 2)
# expect: deque([-1, 4, 3, 2, 'i', 'x']) True True False deque([-1, 4, 3, 2, 'i', 'x', 1]) deque(['a', 'b', 'a', 'b'])
m = deque(range(5), maxlen=3)
m.append(9); print(m, m.maxlen)  # expect: deque([3, 4, 9], maxlen=3) 3
m.appendleft(7); m.extend("ab"); print(m, deque(maxlen=0), deque([1], 5))
# expect: deque([4, 'a', 'b'], maxlen=3) deque([], maxlen=0) deque([1], maxlen=5)
for i in range(1000): d.append(i); d.popleft()
print(len(d), d[0], deque([1, 2]) < deque([1, 3]), sorted(deque([3, 1])), [*deque("xy")])
# expect: 6 994 True [1, 3] ['x', 'y']
d.clear()
for bad in (lambda: d.pop(), lambda: d.popleft(), lambda: d[0], lambda: deque(5),
            lambda: deque([], -1), lambda: m.insert(0, 1), lambda: d.remove(1), lambda: hash(d),
            lambda: d.index(5)):
    try:
        print(bad())
    except (IndexError, TypeError, ValueError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: IndexError IndexError IndexError TypeError ValueError IndexError ValueError TypeError ValueError
e = deque([1, 2, 3])
try:
    for x in e: e.append(x)
except RuntimeError:
    print("RuntimeError")  # expect: RuntimeError
