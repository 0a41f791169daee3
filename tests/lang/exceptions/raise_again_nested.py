# A bare raise raises the exception being handled, also from a called function.
def again():
    raise
def f():
    try:
        raise KeyError("outer")
    except KeyError:
        try:
            raise ValueError("inner")
        except ValueError:
            pass
        try:
            again()
        except KeyError as e:
            print("still", e)  # expect: still 'outer'
        raise
try:
    f()
except KeyError as e:
    print("out", e)  # expect: out 'outer'
