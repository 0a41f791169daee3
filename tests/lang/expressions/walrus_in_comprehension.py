# := in a comprehension binds in the function or module around it.
print([last := x * 2 for x in range(4)], last)  # expect: [0, 2, 4, 6] 6
print(any((hit := n) > 2 for n in [1, 2, 3, 4]), hit)  # expect: True 3
def f():
    total = 0
    sums = [total := total + v for v in (1, 2, 3)]
    return sums, total
print(f())  # expect: ([1, 3, 6], 6)
def g():
    def h():
        nonlocal seen
        return [seen := c for c in "xyz"]
    seen = None
    h()
    return seen
print(g())  # expect: z
def k():
    global made
    [[made := (a, b) for a in range(2)] for b in range(2)]
k()
print(made)  # expect: (1, 1)
