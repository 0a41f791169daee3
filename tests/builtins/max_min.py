# max and min with key, default and several arguments.
print(max(1, 3, 2), min([4, 2, 8]), max("hello"), min("b", "a"), max([], default="none"),
      min((), default=None), max([1.5, 2]), max({"a": 1, "b": 2}))  # expect: 3 2 o a none None 2 b
print(max("bb", "a", key=len), min([3, -5, 2], key=abs),
      max([(1, "a"), (1, "b")], key=lambda p: p[0]), min(["x", "y"], key=lambda s: 0),
      max(x * x for x in (-3, 2)), max([1, True]), min(0, False))  # expect: bb 2 (1, 'a') x 9 1 0
d = {"a": 3, "b": 1}
print(max(d, key=d.get), min(d.values()), max(*[1, 5, 2]), max([5], [3, 9]),
      max(range(10), key=lambda v: -(v - 4) ** 2), max([1], default=5, key=None))
# expect: a 1 5 [5] 4 1
for bad in (lambda: max([]), lambda: min(), lambda: max(5), lambda: max(1, "a"),
            lambda: max(1, 2, default=3), lambda: min([1, None]), lambda: max([1, 2], key=5)):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
        # expect: ValueError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
