# Deleting what is not there.
def attempt(code):
    try:
        exec(code, {"t": (1, 2), "d": {}, "a": [1], "o": object(), "s": "abc"})
    except Exception as e:
        print(type(e).__name__)
        # expect: NameError
        # expect: KeyError
        # expect: IndexError
        # expect: TypeError
        # expect: AttributeError
        # expect: TypeError
        # expect: AttributeError
attempt("del nothing")
attempt("del d['k']")
attempt("del a[5]")
attempt("del t[0]")
attempt("del o.x")
attempt("del s[0]")
attempt("del d.keys")
