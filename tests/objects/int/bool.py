# bool is an int; bool() of everything.
print(True + 1, True * 5, [10, 20][True], isinstance(True, int), issubclass(bool, int), True == 1,
      str(True), repr(False), int(True), "%d" % True)
# expect: 2 5 20 True True True True False 1 1
print([bool(x) for x in (0, 1, "", "0", [], [0], {}, {1: 1}, None, 0.0, 0j, 1e-300, (), (0,), set(),
                         b"", range(0), ..., len)])
# expect: [False, True, False, True, False, True, False, True, False, False, False, True, False, True, False, False, False, True, True]
print(True & False, True | 2, True ^ True, not True, True and "x", type(True & True),
      type(True + 0), type(-True), True < 2, {True: "t"}[1], bool(), bool("False"))
# expect: False 3 False False x <class 'bool'> <class 'int'> <class 'int'> True t False True
print(True.__class__.__name__, (1 == 1) is True, sum([True, False, True]), max(True, 0.5), True / 2,
      True // 1, True ** 2, f"{True} {True:d} {True:5}|")
# expect: bool True 2 True 0.5 1 1 True 1     1|
