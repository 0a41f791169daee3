# Keys: equal numbers are one key; any hashable works.
d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, d[1], len(d), 1 + 0j in d)  # expect: {1: 'bool'} bool 1 True
d = {None: 1, (): 2, "": 3, b"": 4, 0.5: 5, frozenset(): 6, int: 7, len: 8, ...: 9, 10 ** 30: 10,
     -1: 11, -2: 12, float("inf"): 13}
print(d[None], d[()], d[""], d[b""], d[0.5], d[frozenset()], d[int], d[len], d[...], d[10 ** 30],
      d[-1], d[-2], d[float("inf")])  # expect: 1 2 3 4 5 6 7 8 9 10 11 12 13
nan = float("nan")
n = {nan: 1, float("nan"): 2}
print(len(n), n[nan], -0.0 in {0: 1}, 2 ** 64 in {2.0 ** 64: 1}, (1, 2) in {(1.0, 2.0): 0})
# expect: 2 1 True True True
for bad in ([], {}, set(), bytearray(), ([],), slice(1)):
    try:
        {bad: 1}
    except TypeError:
        print("TypeError", end=" ")
print()  # expect: TypeError TypeError TypeError TypeError TypeError TypeError
