# List, set, dict and generator comprehensions.
print([c.upper() for c in "abc"])  # expect: ['A', 'B', 'C']
print(sorted({len(w) for w in ["a", "bb", "cc"]}))  # expect: [1, 2]
print({k: v for k, v in zip("abc", range(3))})  # expect: {'a': 0, 'b': 1, 'c': 2}
print({v: k for k, v in {"a": 1, "b": 1}.items()})  # expect: {1: 'b'}
print({i: {j: i + j for j in range(2)} for i in range(2)})
# expect: {0: {0: 0, 1: 1}, 1: {0: 1, 1: 2}}
print(sum(x for x in [1, 2, 3]))  # expect: 6
print([f(x) for f in (abs, str) for x in (-1, 2)])  # expect: [1, 2, '-1', '2']
print([x for x in (1, 2) or []], [x if x else None for x in (0, 1)])  # expect: [1, 2] [None, 1]
def order():
    def show(n):
        print(n, end=" ")
        return n
    {show(k): show(k + 10) for k in (1, 2)}
    print()  # expect: 1 11 2 12
order()
