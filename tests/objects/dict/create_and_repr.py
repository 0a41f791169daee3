# dict() from mappings, pairs and keywords; repr keeps insertion order.
print(dict(), dict(a=1, b=2), dict([(1, 2), ["x", "y"]]), dict({1: 2}, k=3), dict(["ab", "cd"]),
      dict(zip("ab", (1, 2))))
# expect: {} {'a': 1, 'b': 2} {1: 2, 'x': 'y'} {1: 2, 'k': 3} {'a': 'b', 'c': 'd'} {'a': 1, 'b': 2}
print({"b": 1, "a": 2, 3: None}, {1: {2: {}}}, {(1, 2): [3]}, dict(x for x in [(1, 1)]),
      {1: "a", 1.0: "b"})
# expect: {'b': 1, 'a': 2, 3: None} {1: {2: {}}} {(1, 2): [3]} {1: 1} {1: 'b'}
class M:
    def keys(self): return iter("xy")
    def __getitem__(self, k): return k + "!"
print(dict(M()), dict(M(), z=0))  # expect: {'x': 'x!', 'y': 'y!'} {'x': 'x!', 'y': 'y!', 'z': 0}
for bad in (lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(["abc"]),
            lambda: dict(1, 2), lambda: {[]: 1}, lambda: {{}: 1}):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: TypeError TypeError ValueError ValueError TypeError TypeError TypeError
