# Comparison item by item; equal tuples hash alike.
print((1, 2) == (1, 2), (1,) != (1.0,), (1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (2,) > (1, 9),
      ("a", 1) < ("b",), (1, 2) == [1, 2])  # expect: True False True True True True True False
print(hash((1, "a")) == hash((1, "a")), hash((1,)) == hash((1.0,)), {(1, 2): "v"}[(1, 2)],
      len({(1,), (1.0,), (True,)}))  # expect: True True v 1
nan = float("nan")
print((nan,) == (nan,), (1, nan) < (2,), max((1, 2), (1, 3)),
      sorted([(2, "a"), (1, "b"), (1, "a")]))
# expect: True True (1, 3) [(1, 'a'), (1, 'b'), (2, 'a')]
for bad in (lambda: hash(([],)), lambda: (1, "a") < (1, 2), lambda: (1,) < [1]):
    try:
        bad()
    except TypeError:
        print("TypeError", end=" ")
print()  # expect: TypeError TypeError TypeError
