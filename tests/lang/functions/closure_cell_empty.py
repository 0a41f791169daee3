# Using a closed-over variable before it is bound raises NameError.
def f():
    def g(): return v
    try:
        g()
    except NameError as e:
        print(type(e).__name__)  # expect: NameError
    v = 1
    return g()
print(f())  # expect: 1
