# Stars in list, tuple, set and dict displays.
a, d = [1, 2], {"x": 1}
print([*a, 3, *a], (*a, *"bc"), sorted({*a, 2, 5}))
# expect: [1, 2, 3, 1, 2] (1, 2, 'b', 'c') [1, 2, 5]
print({**d, "y": 2}, {"x": 0, **d}, {**d, "x": 9})  # expect: {'x': 1, 'y': 2} {'x': 1} {'x': 9}
print([*[]], (*(),), {**{}}, [*range(3), *{7: 0}])  # expect: [] () {} [0, 1, 2, 7]
t = *a, 4
print(t)  # expect: (1, 2, 4)
print({**{"a": 1}, **{"b": 2}, "c": 3})  # expect: {'a': 1, 'b': 2, 'c': 3}
for bad in ("[*5]", "{**5}", "{**[1]}", "{*None}"):
    try:
        eval(bad)
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
