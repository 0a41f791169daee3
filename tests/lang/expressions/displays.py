# List, tuple, set and dict displays.
print([], [1], [1, ], [[], [[]]])  # expect: [] [1] [1] [[], [[]]]
print((), (1,), (1, 2), ((),), 1, (1))  # expect: () (1,) (1, 2) ((),) 1 1
print({1}, {1, 1}, len({1, 2, 1}), {})  # expect: {1} {1} 2 {}
print({"a": 1, "b": {"c": []}}, {1: 1, True: 2, 1.0: 3})  # expect: {'a': 1, 'b': {'c': []}} {1: 3}
x = 1,
print(x, type(()), type({}), type({1}))  # expect: (1,) <class 'tuple'> <class 'dict'> <class 'set'>
big = [i for i in range(1000)]
print(len([*big]), len(eval("[" + "1," * 5000 + "]")))  # expect: 1000 5000
print({**{k: 0 for k in range(3)}, **{3: 1}})  # expect: {0: 0, 1: 0, 2: 0, 3: 1}
