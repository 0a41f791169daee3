# +, *, +=, *=, in, comparison.
print([1] + [2], [0] * 3, 2 * ["a"], [1] * 0, [1, 2] * -1, [] + [])
# expect: [1, 2] [0, 0, 0] ['a', 'a'] [] [] []
a = b = [1]
a += (2, 3)
a += "x"
a *= 2
print(a, b is a, 2 in a, [2] in a, 9 not in a)
# expect: [1, 2, 3, 'x', 1, 2, 3, 'x'] True True False True
print([1, 2] == [1, 2], [1] == (1,), [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9],
      [1, "a"] == [1, "a"], [1] != [1.0])  # expect: True False True True True True True False
for bad in (lambda: [1] + (2,), lambda: [1] * [2], lambda: [1] < (1,), lambda: [1, "a"] < [1, 2],
            lambda: [1] - [1], lambda: hash([]), lambda: [1] * 1.0):
    try:
        bad()
    except TypeError:
        print("TypeError", end=" ")
print()  # expect: TypeError TypeError TypeError TypeError TypeError TypeError TypeError
