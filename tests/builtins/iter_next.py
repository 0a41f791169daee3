# iter with a sentinel; next with a default.
it = iter([1, 2])
print(next(it), next(it), next(it, None), next(it, "d"))  # expect: 1 2 None d
n = 0
def step():
    global n
    n += 1
    return n
print(list(iter(step, 5)), n)  # expect: [1, 2, 3, 4] 5
it = iter(step, 8)
print(next(it), list(it), list(it))  # expect: 6 [7] []
def stops():
    raise StopIteration
print(list(iter(stops, 1)))  # expect: []
for bad in (lambda: iter(5), lambda: next([1]), lambda: next(iter([])), lambda: iter(5, 1),
            lambda: next()):
    try:
        bad()
    except (TypeError, StopIteration) as e:
        print(type(e).__name__)
        # expect: TypeError
        # expect: TypeError
        # expect: StopIteration
        # expect: TypeError
        # expect: TypeError
print(iter(it) is it, [*iter("ab")], *iter({1: 2}),
      type(iter([])).__name__ == type(iter([1])).__name__)  # expect: True ['a', 'b'] 1 True
