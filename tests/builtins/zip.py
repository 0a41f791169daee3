# zip stops at the shortest; strict=True does not.
print(list(zip("ab", [1, 2, 3])), list(zip()), list(zip("a")), list(zip([1, 2], (3, 4), "xy")),
      dict(zip("ab", range(2))), list(zip(*[(1, 2), (3, 4)])))
# expect: [('a', 1), ('b', 2)] [] [('a',)] [(1, 3, 'x'), (2, 4, 'y')] {'a': 0, 'b': 1} [(1, 3), (2, 4)]
z = zip("ab", "cd")
print(next(z), iter(z) is z, list(z), list(z), list(zip("ab", "cd", strict=True)))
# expect: ('a', 'c') True [('b', 'd')] [] [('a', 'c'), ('b', 'd')]
for args in (("ab", "c"), ("a", "bc"), ("ab", "cd", "e")):
    try:
        list(zip(*args, strict=True))
    except ValueError:
        print("ValueError")
        # expect: ValueError
        # expect: ValueError
        # expect: ValueError
it = iter([1, 2, 3])
print(list(zip(it, it)))  # expect: [(1, 2)]
for bad in (lambda: zip(5), lambda: zip("a", 5), lambda: zip("a", wrong=1)):
    try:
        bad()
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
