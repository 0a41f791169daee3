# Sequence patterns, with a starred part anywhere.
def f(x):
    match x:
        case []: return "empty"
        case [a]: return "one", a
        case (a, b): return "two", a, b
        case [1, *rest]: return "one and", rest
        case [*init, 9]: return "ends with nine", init
        case [a, *_, "z"]: return "to z", a
        case [a, [b, *c], *d]: return "nested", a, b, c, d
        case 5, 6, 7: return "open"
        case _: return "other"
for x in ([], (), [3], (3, 4), [1, 2, 3], (7, 8, 9), ["a", "b", "z"], [3, [4, 5], 6], (5, 6, 7),
          range(3), "ab", b"ab", bytearray(b"a"), {1: 2}, {1}, 5, iter([1])):
    print(f(x))
    # expect: empty
    # expect: empty
    # expect: ('one', 3)
    # expect: ('two', 3, 4)
    # expect: ('one and', [2, 3])
    # expect: ('ends with nine', [7, 8])
    # expect: ('to z', 'a')
    # expect: ('nested', 3, 4, [5], [6])
    # expect: open
    # expect: other
    # expect: other
    # expect: other
    # expect: other
    # expect: other
    # expect: other
    # expect: other
    # expect: other
