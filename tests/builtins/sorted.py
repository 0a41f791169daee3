# sorted gives a new list from any iterable.
a = [3, 1, 2]
print(sorted(a), a, sorted("hello"), sorted({3: 0, 1: 0}), sorted({2, 1}),
      sorted((x % 3 for x in range(5)), reverse=True), sorted([]),
      sorted(["b", "A"], key=str.lower))
# expect: [1, 2, 3] [3, 1, 2] ['e', 'h', 'l', 'l', 'o'] [1, 3] [1, 2] [2, 1, 1, 0, 0] [] ['A', 'b']
print(sorted(a, key=lambda x: -x), sorted([("b", 1), ("a", 2)], key=lambda p: p[1]),
      sorted(a, reverse=1), sorted("ab", key=None), sorted([[2], [1, 2], []]))
# expect: [3, 2, 1] [('b', 1), ('a', 2)] [3, 2, 1] ['a', 'b'] [[], [1, 2], [2]]
for bad in (lambda: sorted(), lambda: sorted(5), lambda: sorted([1, "a"]), lambda: sorted([1], str),
            lambda: sorted([1, 2], key=5), lambda: sorted([None, 1])):
    try:
        bad()
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
