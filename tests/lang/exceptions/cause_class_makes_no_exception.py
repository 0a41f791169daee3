# A cause whose class gives no exception: TypeError. (CPython 3.11 takes the 1 as it is.)
# skip cpython: it chains what is no exception, and cannot print it
class Odd(BaseException):
    def __new__(cls):
        return 1


try:
    raise ValueError from Odd
except TypeError as e:
    print(e)  # expect: calling <class '__main__.Odd'> should have returned an instance of BaseException, not int
