# filter and map are lazy; map stops at the shortest.
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])),
      list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, range(4))))
# expect: ['1', '2'] [11, 22] [1, 'a'] [2, 3]
m = map(print, "ab")
print("nothing yet")  # expect: nothing yet
next(m)  # expect: a
print(list(m), list(map(pow, [2, 3], [3, 2])), list(map(max, "ad", "bc", "ca")),
      list(map(int, "123")))
# expect: b
# expect: [None] [8, 9] ['c', 'd'] [1, 2, 3]
f = filter(str.isupper, "aBcD")
print(next(f), iter(f) is f, list(f))  # expect: B True ['D']
for bad in (lambda: map(str), lambda: list(map(5, [1])), lambda: map(str, 5), lambda: filter(None),
            lambda: list(filter(5, [1])), lambda: list(map(lambda: 0, [1]))):
    try:
        bad()
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
