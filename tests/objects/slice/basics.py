# slice objects: attributes, indices(), equality.
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), s == slice(1, 10, 2), s != slice(1, 10),
      list(range(20))[s], "abcdefgh"[slice(-3, None)])
# expect: slice(1, 10, 2) 1 10 2 slice(None, 5, None) slice(None, None, None) True True [1, 3, 5, 7, 9] fgh
print(s.indices(5), slice(None, None, -1).indices(4), slice(-2, 100).indices(7),
      slice(10, -10, -3).indices(6), slice(2).indices(0))
# expect: (1, 5, 2) (3, -1, -1) (5, 7, 1) (5, -1, -3) (0, 0, 1)
class I:
    def __index__(self): return 2
print([0, 1, 2, 3][slice(I())], slice("a", {}, None))  # expect: [0, 1] slice('a', {}, None)
for bad in (lambda: slice(), lambda: hash(s), lambda: slice(0, 1, 0).indices(3),
            lambda: s.indices(-1), lambda: "abc"[slice("x")], lambda: setattr(s, "start", 1)):
    try:
        bad()
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: TypeError TypeError ValueError ValueError TypeError AttributeError
