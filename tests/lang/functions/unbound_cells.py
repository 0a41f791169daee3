# An empty cell: the function's own variable is UnboundLocalError, a free one NameError.
def own():
    f = lambda: x
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)  # expect: cannot access local variable 'x' where it is not associated with a value
    try:
        del x
    except UnboundLocalError as e:
        print(e)  # expect: cannot access local variable 'x' where it is not associated with a value
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
        # expect: NameError cannot access free variable 'x' where it is not associated with a value in enclosing scope
    x = 1
    print(f())  # expect: 1
    del x
    try:
        print(x)
    except UnboundLocalError as e:
        print(type(e).__name__)  # expect: UnboundLocalError


def argument(a, *b):
    g = lambda: (a, b)
    del a
    try:
        a
    except UnboundLocalError as e:
        print(e)  # expect: cannot access local variable 'a' where it is not associated with a value


own()
argument(1)
