# Union, intersection, difference, symmetric difference by operators and methods.
a, b = {1, 2, 3}, {3, 4}
print(sorted(a | b), a & b, sorted(a - b), sorted(a ^ b), b - a)
# expect: [1, 2, 3, 4] {3} [1, 2] [1, 2, 4] {4}
print(sorted(a.union([9], [8])), a.intersection([1, 2], (2,)), sorted(a.difference([1], [9])),
      sorted(a.symmetric_difference([3, 7])))  # expect: [1, 2, 3, 8, 9] {2} [2, 3] [1, 2, 7]
c = set(a)
c |= {7}; c &= {1, 2, 7, 8}; c -= {1}; c ^= {2, 5}
print(sorted(c))  # expect: [5, 7]
c.intersection_update([5, 7, 9]); c.difference_update([9],
    [5]); c.symmetric_difference_update([1, 7]); c.update()
print(c, a.union(), a.intersection() == a)  # expect: {1} {1, 2, 3} True
f = frozenset(a)
print(type(f | a).__name__, type(a | f).__name__, type(f.union([1])).__name__, f == a, f & b)
# expect: frozenset set frozenset True frozenset({3})
for bad in (lambda: a | [1], lambda: a & (1,), lambda: a - "x", lambda: a ^ [], lambda: a + b,
            lambda: [1] | a, lambda: a.union(5), lambda: a.union([[]])):
    try:
        bad()
    except TypeError:
        print("TypeError", end=" ")
print()  # expect: TypeError TypeError TypeError TypeError TypeError TypeError TypeError TypeError
