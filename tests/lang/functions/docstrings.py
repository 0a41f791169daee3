# The first string of a body is its documentation.
"""Not the module's: a comment is no matter, but this is the first statement."""
print(__doc__)  # expect: Not the module's: a comment is no matter, but this is the first statement.
def f():
    "plain"
def g():
    x = 1
    "not first"
class C:
    """Of a
    class."""
def h():
    f"no {1}"
def i(): b"bytes"
print(f.__doc__, g.__doc__, C.__doc__, h.__doc__, i.__doc__, sep="|")
# expect: plain|None|Of a
# expect:     class.|None|None
