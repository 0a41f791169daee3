# keys, values and items follow the dictionary; set operations of keys and items.
d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 2 in v, ("a", 1) in i, ("a", 9) in i)
# expect: dict_keys(['a', 'b']) dict_values([1, 2]) dict_items([('a', 1), ('b', 2)]) 2 True True True False
d["c"] = 3
print(list(k), list(v), list(i), list(reversed(k)), [*reversed(i)][0])
# expect: ['a', 'b', 'c'] [1, 2, 3] [('a', 1), ('b', 2), ('c', 3)] ['c', 'b', 'a'] ('c', 3)
print(sorted(k & {"a", "z"}), sorted(k | ["q"]), sorted(k - {"a"}), sorted(k ^ {"a", "x"}),
      sorted(i & {("a", 1)}), {"a"} & k)
# expect: ['a'] ['a', 'b', 'c', 'q'] ['b', 'c'] ['b', 'c', 'x'] [('a', 1)] {'a'}
print(k == {"a", "b", "c"}, k >= {"a"}, k < {"a"}, k.isdisjoint("xyz"), i == dict(d).items(),
      k == d.keys(), v == d.values(), {"a"} <= k)
# expect: True True False True True True False True
for key, value in d.items():
    print(key, value, end="; ")
print(max(d), min(d.values()), sum(d.values()), sorted(d.items(), key=lambda p: -p[1])[0],
      k.mapping["a"])  # expect: a 1; b 2; c 3; c 1 6 ('c', 3) 1
for bad in (lambda: k[0], lambda: v[0], lambda: hash(k), lambda: k + k):
    try:
        bad()
    except TypeError:
        print("TypeError", end=" ")
print()  # expect: TypeError TypeError TypeError TypeError
