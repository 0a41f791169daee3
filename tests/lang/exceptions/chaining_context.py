# An exception raised while another is handled gets it as __context__.
def chain(e):
    while e:
        print(repr(e), end=" ")
        e = e.__context__
    print()
    # expect: TypeError(3) ValueError(2) KeyError(1)
    # expect: KeyError(1)
    # expect: OSError(6) IndexError(5)
    # expect: ValueError('alone')
try:
    try:
        try:
            raise KeyError(1)
        except KeyError:
            raise ValueError(2)
    finally:
        raise TypeError(3)
except TypeError as e:
    chain(e)
try:
    try:
        raise KeyError(1)
    except KeyError as e:
        raise e
except KeyError as e:
    chain(e)
def f():
    try:
        raise IndexError(5)
    except IndexError:
        g()
def g():
    raise OSError(6)
try:
    f()
except OSError as e:
    chain(e)
try:
    raise ValueError("alone")
except ValueError as e:
    chain(e)
