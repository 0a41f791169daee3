# One operator sees ints, floats, texts, lists and own classes in turn.
def add(a, b): return a + b
def less(a, b): return a < b
def item(a, i): return a[i]
class V:
    def __init__(self, v): self.v = v
    def __add__(self, o): return V(self.v + getattr(o, "v", o))
    def __radd__(self, o): return V(o * 100 + self.v)
    def __lt__(self, o): return "lt"
    def __gt__(self, o): return "gt"
    def __getitem__(self, i): return ("item", i)
for _ in range(3):
    print([add(1, 2), add(1.5, 2), add(2, 1.5), add("a", "b"), add([1], [2]), add(2 ** 62, 2 ** 62),
           add(4611686018427387903, 1), add(V(1), 2).v, add(3, V(4)).v, add(True, True),
           add((1,), ()), add(1j, 1), add(b"a", b"b"), add(-2 ** 62, -2 ** 62), add(0.1, 0.2),
           add(1, 2)])
    print([less(1, 2), less(2.5, 1), less("a", "b"), less(V(1), 2), less(1, V(2)), less([1], [2]),
           less(2 ** 70, 2 ** 71), less(1, 1.5), less({1}, {1, 2}), less(True, 2)])
    print([item([5, 6], 1), item((7, 8), -1), item("ab", 0), item({"k": 9}, "k"), item(b"c", 0),
           item(V(0), 3), item(range(5), 2), item([1, 2, 3], slice(1, None)),
           item({0: "zero"}, False), item([4], False)])
for bad in ((1, "a"), ("a", 1), (None, None), ([1], (1,))):
    try:
        add(*bad)
    except TypeError:
        print("TypeError", end=" ")
print(add(1, 2))

# output:
# [3, 3.5, 3.5, 'ab', [1, 2], 9223372036854775808, 4611686018427387904, 3, 304, 2, (1,), (1+1j), b'ab', -9223372036854775808, 0.30000000000000004, 3]
# [True, False, True, 'lt', 'gt', True, True, True, True, True]
# [6, 8, 'a', 9, 99, ('item', 3), 2, [2, 3], 'zero', 4]
# [3, 3.5, 3.5, 'ab', [1, 2], 9223372036854775808, 4611686018427387904, 3, 304, 2, (1,), (1+1j), b'ab', -9223372036854775808, 0.30000000000000004, 3]
# [True, False, True, 'lt', 'gt', True, True, True, True, True]
# [6, 8, 'a', 9, 99, ('item', 3), 2, [2, 3], 'zero', 4]
# [3, 3.5, 3.5, 'ab', [1, 2], 9223372036854775808, 4611686018427387904, 3, 304, 2, (1,), (1+1j), b'ab', -9223372036854775808, 0.30000000000000004, 3]
# [True, False, True, 'lt', 'gt', True, True, True, True, True]
# [6, 8, 'a', 9, 99, ('item', 3), 2, [2, 3], 'zero', 4]
# TypeError TypeError TypeError TypeError 3
