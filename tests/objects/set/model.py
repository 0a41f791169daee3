# Many random operations on sets, against lists.
state = 5
def pick(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % n
def some(): return [pick(12) for _ in range(pick(8))]
wrong = 0
for round_ in range(1500):
    a, b = some(), some()
    s, t = set(a), set(b)
    both = sorted(x for x in range(12) if x in a and x in b)
    either = sorted(x for x in range(12) if x in a or x in b)
    first = sorted(x for x in range(12) if x in a and x not in b)
    one = sorted(x for x in range(12) if (x in a) != (x in b))
    for kind in (set, frozenset):
        u = kind(a)
        checks = [sorted(u & t) == both, sorted(u | t) == either, sorted(u - t) == first,
                  sorted(u ^ t) == one, sorted(u.intersection(b)) == both,
                  sorted(u.union(b)) == either, sorted(u.difference(b)) == first,
                  sorted(u.symmetric_difference(b)) == one, (u <= t) == (not first),
                  (u >= t) == (both == sorted(t)), (u < t) == (not first and u != t),
                  u.isdisjoint(b) == (not both), (u == t) == (not one),
                  len(u) == len(both) + len(first), u.issubset(b) == (not first)]
        wrong += checks.count(False)
    v = set(a); v &= t; wrong += sorted(v) != both
    v = set(a); v |= t; wrong += sorted(v) != either
    v = set(a); v -= t; wrong += sorted(v) != first
    v = set(a); v ^= t; wrong += sorted(v) != one
    v = set(a)
    for x in b: v.discard(x)
    wrong += sorted(v) != first
print(wrong)  # expect: 0
