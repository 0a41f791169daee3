# islice, takewhile, dropwhile, filterfalse, compress, starmap.
from itertools import islice, takewhile, dropwhile, filterfalse, compress, starmap
print(list(islice("abcdef", 2)), list(islice("abcdef", 2, 4)), list(islice("abcdef", 1, None, 2)),
      list(islice("abc", 0)), list(islice(iter("abcdef"), 2, 100)), list(islice([], 5)))
# expect: ['a', 'b'] ['c', 'd'] ['b', 'd', 'f'] [] ['c', 'd', 'e', 'f'] []
print(list(takewhile(lambda x: x < 3, [1, 2, 5, 1])),
      list(dropwhile(lambda x: x < 3, [1, 2, 5, 1])), list(filterfalse(lambda x: x % 2, range(5))),
      list(filterfalse(None, [0, 1, ""])), list(compress("abcde", [1, 0, 1, 0])),
      list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(lambda *a: a, ["ab", ()])))
# expect: [1, 2] [5, 1] [0, 2, 4] [0, ''] ['a', 'c'] [8, 9] [('a', 'b'), ()]
it = iter(range(10))
print(list(islice(it, 3)), next(it), list(islice(it, 1, 4, 2)), next(it))
# expect: [0, 1, 2] 3 [5, 7] 8
for bad in (lambda: islice("abc", -1), lambda: islice("abc", 1, 2, 0), lambda: islice("abc", "x"),
            lambda: list(starmap(pow, [5])), lambda: islice(5, 2), lambda: takewhile(1)):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: ValueError ValueError ValueError TypeError TypeError TypeError
