# except* takes the matching part of a group; the rest goes on.
def run(error):
    try:
        raise error
    except* ValueError as g:
        print("values", g.exceptions)
    except* (TypeError, KeyError) as g:
        print("others", g.exceptions)
    else:
        print("else")
    finally:
        print("finally")
run(ExceptionGroup("g", [ValueError(1), TypeError(2), ValueError(3)]))
run(ValueError("naked"))
try:
    run(ExceptionGroup("g", [KeyError(1), OSError(2)]))
except ExceptionGroup as g:
    print("rest", repr(g))
try:
    try: pass
    except* ValueError: print("never")
    else: print("no exception")
finally:
    pass

# output:
# values (ValueError(1), ValueError(3))
# others (TypeError(2),)
# finally
# values (ValueError('naked'),)
# finally
# others (KeyError(1),)
# finally
# rest ExceptionGroup('g', [OSError(2)])
# no exception
