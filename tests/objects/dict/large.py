# Many entries: growth, deletion, lookup.
d = {}
for i in range(20000): d["key%d" % i] = i
print(len(d), d["key12345"], "key20000" in d, sum(d.values()))
# expect: 20000 12345 False 199990000
for i in range(0, 20000, 2): del d["key%d" % i]
print(len(d), "key10" in d, "key11" in d, list(d)[:2])  # expect: 10000 False True ['key1', 'key3']
for i in range(20000): d[i * 2 ** 40] = -i
print(len(d), d[777 * 2 ** 40], d[19999 * 2 ** 40])  # expect: 30000 -777 -19999
e = {(i, i + 1): str(i) for i in range(3000)}
print(e[(2500, 2501)], (1, 1) in e, len({**d, **e}))  # expect: 2500 False 33000
while d: d.popitem()
print(d)  # expect: {}
