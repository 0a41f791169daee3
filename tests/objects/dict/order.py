# Insertion order: kept by updates, changed by deleting and setting again.
d = {}
for k in "zyxabc": d[k] = ord(k)
d["z"] = "changed"
del d["y"]
d["y"] = "again"
print(list(d), d.popitem(), list(d.values()))
# expect: ['z', 'x', 'a', 'b', 'c', 'y'] ('y', 'again') ['changed', 120, 97, 98, 99]
for i in range(100): d[i] = i
for i in range(0, 100, 3): del d[i]
print(list(d)[:8], len(d), list(reversed(d))[:3])
# expect: ['z', 'x', 'a', 'b', 'c', 1, 2, 4] 71 [98, 97, 95]
d[0] = "back"
print(list(d)[-1], next(iter(d)), next(reversed(d.items())), next(reversed(d.values())))
# expect: 0 z (0, 'back') back
