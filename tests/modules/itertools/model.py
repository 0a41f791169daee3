# itertools against plain generators, over many small inputs.
import itertools as it
def combos(items, r):
    if r == 0: return [()]
    return [(x,) + rest for i, x in enumerate(items) for rest in combos(items[i + 1:], r - 1)]
def perms(items, r):
    if r == 0: return [()]
    return [(x,) + rest for i, x in enumerate(items) for rest in perms(items[:i] + items[i + 1:],
        r - 1)]
wrong = 0
for n in range(6):
    items = list(range(n))
    for r in range(7):
        if list(it.combinations(items, r)) != (combos(items, r) if r <= n else []): wrong += 1
        if r > 4: continue
        if list(it.permutations(items, r)) != (perms(items, r) if r <= n else []): wrong += 1
        ordered = [c for c in it.product(items, repeat=r) if sorted(c) == list(c)]
        if ordered != list(it.combinations_with_replacement(items, r)): wrong += 1
    for start in range(7):
        for stop in (None, *range(7)):
            for step in (1, 2, 5):
                if list(it.islice(items, start, stop, step)) != items[start:stop:step]: wrong += 1
    if [list(g) for k, g in it.groupby(items,
        lambda x: x // 2)] != [items[i:i + 2] for i in range(0, n, 2)]: wrong += 1
    if list(it.accumulate(items)) != [sum(items[:i + 1]) for i in range(n)]: wrong += 1
    if list(it.pairwise(items)) != list(zip(items, items[1:])): wrong += 1
print(wrong)  # expect: 0
