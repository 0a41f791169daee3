# __traceback__ leads through the frames by tb_next; with_traceback sets it.
def f():
    g()
def g():
    raise ValueError("v")
try:
    f()
except ValueError as e:
    tb = e.__traceback__
    lines = []
    while tb:
        lines.append(tb.tb_lineno)
        tb = tb.tb_next
    print(lines)  # expect: [7, 3, 5]
    print(e.with_traceback(None) is e, e.__traceback__)  # expect: True None
print(KeyError().__traceback__)  # expect: None
try:
    KeyError().with_traceback(5)
except TypeError:
    print("TypeError")  # expect: TypeError
