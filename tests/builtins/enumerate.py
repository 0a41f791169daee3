# enumerate with a start.
print(list(enumerate("ab")), list(enumerate([], 5)), list(enumerate("x", start=-1)),
      dict(enumerate("pq", 10 ** 20)))
# expect: [(0, 'a'), (1, 'b')] [] [(-1, 'x')] {100000000000000000000: 'p', 100000000000000000001: 'q'}
e = enumerate("abc")
print(next(e), next(e), iter(e) is e, list(e), list(e))
# expect: (0, 'a') (1, 'b') True [(2, 'c')] []
for bad in (lambda: enumerate(5), lambda: enumerate(), lambda: enumerate("a", "b")):
    try:
        bad()
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
