# A dict used as a queue or stack stays consistent: entries taken from either end, keys put in again.
d = dict.fromkeys(range(40))
for i in range(400):
    del d[next(iter(d))]
    d[40 + i] = i
print(len(d), list(d)[:3], list(d)[-1], 399 in d, 400 in d)
# expect: 40 [400, 401, 402] 439 False True
for i in range(30): d.popitem()
print(list(d), d[400], list(reversed(d))[:2])
# expect: [400, 401, 402, 403, 404, 405, 406, 407, 408, 409] 360 [409, 408]
for k in list(d): del d[k]
print(d, 400 in d)  # expect: {} False
for i in range(20): d[i << 20] = i
print(sum(d.values()), (5 << 20) in d, 5 in d)  # expect: 190 True False
