# An exception in finally replaces the one on its way; an inner one does not disturb it.
def f():
    try:
        raise KeyError("first")
    finally:
        raise ValueError("second")
try:
    f()
except ValueError as e:
    print(repr(e), repr(e.__context__))  # expect: ValueError('second') KeyError('first')
def g():
    try:
        raise KeyError("first")
    finally:
        try:
            raise ValueError("handled")
        except ValueError:
            print("inside")  # expect: inside
try:
    g()
except KeyError as e:
    print(repr(e), e.__context__)  # expect: KeyError('first') None
def h():
    try:
        return 1 / 0
    except ZeroDivisionError:
        return {}["k"]
    finally:
        print("finally")  # expect: finally
try:
    h()
except KeyError as e:
    print(repr(e))  # expect: KeyError('k')
