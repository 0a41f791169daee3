# product, permutations, combinations, combinations_with_replacement.
from itertools import product, permutations, combinations, combinations_with_replacement
j = "".join
print([j(p) for p in product("ab", "xy")], list(product()), list(product([1], [])),
      [j(p) for p in product("ab", repeat=3)][-2:], list(product((1, 2), "a", repeat=1)))
# expect: ['ax', 'ay', 'bx', 'by'] [()] [] ['bba', 'bbb'] [(1, 'a'), (2, 'a')]
print([j(p) for p in permutations("abc")], [j(p) for p in permutations("abc", 2)],
      list(permutations([], 0)), list(permutations("ab", 3)), len(list(permutations(range(6)))))
# expect: ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'] ['ab', 'ac', 'ba', 'bc', 'ca', 'cb'] [()] [] 720
print([j(c) for c in combinations("abcd", 2)], list(combinations("ab", 3)),
      list(combinations("ab", 0)), len(list(combinations(range(12), 5))),
      [j(c) for c in combinations_with_replacement("abc", 2)],
      list(combinations_with_replacement([], 1)), list(combinations_with_replacement("a", 3)))
# expect: ['ab', 'ac', 'ad', 'bc', 'bd', 'cd'] [] [()] 792 ['aa', 'ab', 'ac', 'bb', 'bc', 'cc'] [] [('a', 'a', 'a')]
for bad in (lambda: combinations("ab", -1), lambda: permutations("ab", -1),
            lambda: combinations(5, 1), lambda: product(5), lambda: product("a", repeat=-1)):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: ValueError ValueError TypeError TypeError ValueError
