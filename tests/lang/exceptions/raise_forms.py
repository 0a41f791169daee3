# raise of a class, an instance, again, and of nothing.
try:
    raise ValueError
except ValueError as e:
    print(repr(e), e.args)  # expect: ValueError() ()
try:
    raise ValueError("a", 1)
except ValueError as e:
    print(repr(e), e)  # expect: ValueError('a', 1) ('a', 1)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise
except ArithmeticError as e:
    print("again", type(e).__name__)  # expect: again ZeroDivisionError
try:
    raise
except RuntimeError as e:
    print("RuntimeError")  # expect: RuntimeError
for bad in (5, "text", int, None, object()):
    try:
        raise bad
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
class NotAnException(Exception):
    def __new__(cls): return 5
try:
    raise NotAnException
except TypeError:
    print("TypeError")  # expect: TypeError
