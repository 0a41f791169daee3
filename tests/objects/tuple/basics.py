# Creation, indexing, slices, methods, immutability.
t = (1, "a", 2.5, 1)
print(t, t[0], t[-1], t[1:3], t[::-1], len(t), t.count(1), t.index("a"), t.index(1, 1), tuple(),
      tuple("ab"), tuple([1]), (), (1,))
# expect: (1, 'a', 2.5, 1) 1 1 ('a', 2.5) (1, 2.5, 'a', 1) 4 2 1 3 () ('a', 'b') (1,) () (1,)
print(tuple(range(3)), tuple({1: 2}), tuple(t) is t, t + (5,), t * 2, 2 * (0,), (1,) * 0, 1 in t,
      "z" not in t)
# expect: (0, 1, 2) (1,) True (1, 'a', 2.5, 1, 5) (1, 'a', 2.5, 1, 1, 'a', 2.5, 1) (0, 0) () True True
a, *b = t
print(a, b, [x for x in t], list(reversed(t)), ((1, 2), (3, (4,))), bool(()), bool((0,)))
# expect: 1 ['a', 2.5, 1] [1, 'a', 2.5, 1] [1, 2.5, 'a', 1] ((1, 2), (3, (4,))) False True
for action in ("t[0] = 1", "del t[0]", "t[9]", "t.index('z')", "t.append(1)", "t + [1]", "tuple(5)",
               "t['a']", "t[1.0]"):
    try:
        exec(action)
    except (TypeError, IndexError, ValueError, AttributeError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: TypeError TypeError IndexError ValueError AttributeError TypeError TypeError TypeError TypeError
