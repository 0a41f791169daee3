# chain, zip_longest, accumulate, pairwise, tee, groupby.
from itertools import chain, zip_longest, accumulate, pairwise, tee, groupby
print(list(chain("ab", [1], ())), list(chain()), list(chain.from_iterable(["ab", [1, 2]])),
      list(zip_longest("abc", [1])), list(zip_longest("a", "xyz", fillvalue="-")),
      list(zip_longest()), list(pairwise("abcd")), list(pairwise([1])), list(pairwise([])))
# expect: ['a', 'b', 1] [] ['a', 'b', 1, 2] [('a', 1), ('b', None), ('c', None)] [('a', 'x'), ('-', 'y'), ('-', 'z')] [] [('a', 'b'), ('b', 'c'), ('c', 'd')] [] []
print(list(accumulate([1, 2, 3])), list(accumulate([3, 1, 2], max)),
      list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([], initial=5)),
      list(accumulate([1, 2], initial=10)), list(accumulate("abc")))
# expect: [1, 3, 6] [3, 3, 3] [1, 2, 6] [5] [10, 11, 13] ['a', 'ab', 'abc']
a, b, c = tee([1, 2, 3], 3)
print(next(a), next(a), list(b), list(a), list(c), len(tee("x")), tee("x", 0))
# expect: 1 2 [1, 2, 3] [3] [1, 2, 3] 2 ()
print([(k, list(g)) for k, g in groupby("aabbca")],
      [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)],
      [k for k, g in groupby("aab")], list(groupby([])))
# expect: [('a', ['a', 'a']), ('b', ['b', 'b']), ('c', ['c']), ('a', ['a'])] [(1, 2), (0, 2), (1, 1)] ['a', 'b'] []
g = groupby("aab")
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2))  # expect: a [] b ['b']
