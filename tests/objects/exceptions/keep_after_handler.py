# An exception object can be kept, looked at and raised again.
kept = None
def f(): raise ValueError("kept")
try:
    f()
except ValueError as e:
    kept = e
print(kept, kept.__traceback__ is not None)  # expect: kept True
try:
    raise kept
except ValueError as e:
    print(e is kept)  # expect: True
errors = []
for text in ("1", "x", "2", "y"):
    try:
        int(text)
    except ValueError as e:
        errors.append(e)
print(len(errors), [type(e).__name__ for e in errors])  # expect: 2 ['ValueError', 'ValueError']
def g():
    try:
        yield 1
    except ValueError as e:
        yield e is kept
it = g()
next(it)
print(it.throw(kept))  # expect: True
