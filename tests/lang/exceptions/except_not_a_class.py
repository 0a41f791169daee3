# An except clause that names no exception class raises TypeError when it is reached.
def f(kind):
    try:
        try:
            raise ValueError("v")
        except kind:
            print("caught")
    except TypeError as e:
        print("TypeError", type(e.__context__).__name__)
        # expect: TypeError ValueError
        # expect: TypeError ValueError
        # expect: TypeError ValueError
f(5)
f("ValueError")
f((TypeError, 5))
try:
    f(())
except ValueError:
    print("an empty tuple matches nothing")  # expect: an empty tuple matches nothing
