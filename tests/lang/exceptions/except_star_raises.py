# Exceptions raised in except* clauses are put together with the unhandled rest.
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
except ExceptionGroup as g:
    print(repr(g))
    # expect: ExceptionGroup('', [KeyError('new'), ExceptionGroup('g', [TypeError(2)])])
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise
    except* TypeError:
        pass
except ExceptionGroup as g:
    print(repr(g))  # expect: ExceptionGroup('g', [ValueError(1)])
try:
    try:
        raise ValueError("naked")
    except* ValueError as e:
        raise OSError("from handler")
except ExceptionGroup as g:
    print(type(g.exceptions[0]).__name__)
except OSError as e:
    print("OSError", type(e.__context__).__name__)  # expect: OSError ExceptionGroup
