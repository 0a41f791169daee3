# Containers that hold themselves: repr, comparison, copying.
a = [1]
a.append(a)
d = {"k": 1}
d["self"] = d
t = ([],)
t[0].append(t)
print(a, d, t)  # expect: [1, [...]] {'k': 1, 'self': {...}} ([(...)],)
b = [a, {"d": d}]
b.append(b)
print(b)  # expect: [[1, [...]], {'d': {'k': 1, 'self': {...}}}, [...]]
print(a == a, a[1][1][1] is a, len(a), a in a, a.copy()[1] is a)  # expect: True True 2 True True
c = [1]
c.append(c)
try:
    a == c
    print("returned")
except RecursionError:
    print("RecursionError")  # expect: RecursionError
s = set()

from collections import deque, OrderedDict, defaultdict
q = deque([1])
q.append(q)
o = OrderedDict()
o["o"] = o
print(q, o)  # expect: deque([1, [...]]) OrderedDict([('o', ...)])
