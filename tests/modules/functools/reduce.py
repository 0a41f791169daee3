# reduce with and without an initial value.
from functools import reduce
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a + b, [], 5),
      reduce(lambda a, b: a * b, [1, 2, 3], 10), reduce(max, "hello"),
      reduce(lambda a, b: [a, b], "abc"), reduce(None, [7]))  # expect: 6 5 60 o [['a', 'b'], 'c'] 7
for bad in (lambda: reduce(max, []), lambda: reduce(max, 5), lambda: reduce(5, [1, 2]),
            lambda: reduce(max)):
    try:
        print(bad())
    except TypeError:
        print("TypeError", end=" ")
print()  # expect: TypeError TypeError TypeError TypeError
