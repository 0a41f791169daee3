# except* splits nested groups and keeps their shape.
inner = ExceptionGroup("inner", [ValueError(1), TypeError(2)])
outer = ExceptionGroup("outer", [inner, ValueError(3), OSError(4)])
try:
    try:
        raise outer
    except* ValueError as g:
        print(repr(g))
        # expect: ExceptionGroup('outer', [ExceptionGroup('inner', [ValueError(1)]), ValueError(3)])
    except* OSError as g:
        print(repr(g))  # expect: ExceptionGroup('outer', [OSError(4)])
except ExceptionGroup as g:
    print("left", repr(g))
    # expect: left ExceptionGroup('outer', [ExceptionGroup('inner', [TypeError(2)])])
