# The name of an except clause is deleted at the end of the clause.
try:
    raise ValueError("v")
except ValueError as e:
    print(e)  # expect: v
print("e" in globals())  # expect: False
e = "before"
try:
    raise ValueError
except ValueError as e:
    pass
try:
    e
except NameError:
    print("NameError")  # expect: NameError
def f():
    try:
        raise KeyError
    except KeyError as x:
        del x
    return "deleting it is allowed"
print(f())  # expect: deleting it is allowed
