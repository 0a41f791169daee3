# ExceptionGroup: message, exceptions, and what may be in it.
g = ExceptionGroup("msg", [ValueError(1), ExceptionGroup("inner", [TypeError(2)])])
print(g.message, g.exceptions, g.args)
# expect: msg (ValueError(1), ExceptionGroup('inner', [TypeError(2)])) ('msg', [ValueError(1), ExceptionGroup('inner', [TypeError(2)])])
print(str(g), repr(g))
# expect: msg (2 sub-exceptions) ExceptionGroup('msg', [ValueError(1), ExceptionGroup('inner', [TypeError(2)])])
print(isinstance(g, Exception), isinstance(g, BaseExceptionGroup))  # expect: True True
b = BaseExceptionGroup("b", [KeyboardInterrupt()])
print(type(b).__name__, isinstance(b, Exception))  # expect: BaseExceptionGroup False
print(type(BaseExceptionGroup("b", [ValueError()])).__name__)  # expect: ExceptionGroup
for args in (("m",), ("m", []), (5, [ValueError()]), ("m", [5]), ("m", 5),
             ("m", [KeyboardInterrupt()]),
             ("m", [ValueError])):
    try:
        ExceptionGroup(*args)
        print("accepted")
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
        # expect: TypeError
        # expect: ValueError
        # expect: TypeError
        # expect: ValueError
        # expect: TypeError
        # expect: TypeError
        # expect: ValueError
