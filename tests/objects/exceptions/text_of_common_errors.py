# Messages that users know by heart.
def text(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
        # expect: ZeroDivisionError: division by zero
        # expect: IndexError: list index out of range
        # expect: IndexError: tuple index out of range
        # expect: KeyError: 'k'
        # expect: NameError: name 'undefined_name' is not defined
        # expect: ValueError: invalid literal for int() with base 10: 'abc'
        # expect: ValueError: could not convert string to float: 'x'
        # expect: AttributeError: 'list' object has no attribute 'missing'
        # expect: TypeError: can only concatenate str (not "int") to str
        # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
        # expect: AttributeError: 'NoneType' object has no attribute 'x'
        # expect: ValueError: 9 is not in list
        # expect: StopIteration:
text(lambda: 1 / 0)
text(lambda: [1][5])
text(lambda: (1,)[5])
text(lambda: {}["k"])
text(lambda: undefined_name)
text(lambda: int("abc"))
text(lambda: float("x"))
text(lambda: [].missing)
text(lambda: "a" + 1)
text(lambda: 1 + "a")
text(lambda: None.x)
text(lambda: [1].index(9))
text(lambda: next(iter([])))
