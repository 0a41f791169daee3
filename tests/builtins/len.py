# len of everything that has one.
class L:
    def __len__(self): return 7
print(len(""), len("é日"), len(b"ab"), len([1]), len((1, 2)), len({1: 2}), len({1}), len(range(5)),
      len(L()), len(bytearray(3)), len({}.items()), len(range(0, -5)))
# expect: 0 2 2 1 2 1 1 5 7 3 0 0
for bad in (5, None, iter([]), (x for x in ""), len, int):
    try:
        len(bad)
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
