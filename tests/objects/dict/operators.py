# ==, |, |=, in, del, len, bool.
a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
print(a | b, b | a, a == {"y": 2, "x": 1}, a != b, "x" in a, 1 in a, len(a), bool({}), not a)
# expect: {'x': 1, 'y': 3, 'z': 4} {'y': 2, 'z': 4, 'x': 1} True True True False 2 False False
c = a
c |= b
c |= [("w", 0)]
print(a, c is a)  # expect: {'x': 1, 'y': 3, 'z': 4, 'w': 0} True
del c["w"], c["x"]
print(c, {1: 2} == {1: 2.0}, {} == [], {"a": {"b": []}} == {"a": {"b": []}})
# expect: {'y': 3, 'z': 4} True False True
for bad in (lambda: {} | [], lambda: {} + {}, lambda: {} < {}, lambda: [] | {}, lambda: {1: 2}[2],
            lambda: {} & {}):
    try:
        bad()
    except (TypeError, KeyError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: TypeError TypeError TypeError TypeError KeyError TypeError
