# list() of iterables; repr of nested lists.
print(list(), list("abc"), list((1, 2)), list({1: 2}), list(range(3)), list(x * x for x in (1, 2)),
      list([1]) is list([1]))  # expect: [] ['a', 'b', 'c'] [1, 2] [1] [0, 1, 2] [1, 4] False
print([1, "a", [2.5, None], (), {}], [[]] * 2, str([True, b"x"]), [1] == list((1,)))
# expect: [1, 'a', [2.5, None], (), {}] [[], []] [True, b'x'] True
for bad in (lambda: list(5), lambda: list(1, 2), lambda: list(None)):
    try:
        bad()
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
