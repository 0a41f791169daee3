# sys.exc_info() tells the exception being handled, and none outside.
import sys
def kind():
    k = sys.exc_info()[0]
    return k and k.__name__
print(kind())  # expect: None
try:
    raise ValueError
except ValueError:
    print(kind())  # expect: ValueError
    try:
        raise KeyError
    except KeyError:
        print(kind())  # expect: KeyError
    print(kind())  # expect: ValueError
print(kind())  # expect: None
def g():
    try:
        raise IndexError
    except IndexError:
        yield kind()
        yield kind()
it = g()
print(next(it), kind(), next(it))  # expect: IndexError None IndexError
