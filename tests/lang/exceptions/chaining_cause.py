# raise ... from sets __cause__ and __suppress_context__.
try:
    try:
        {}["k"]
    except KeyError as e:
        raise ValueError("v") from e
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
    # expect: KeyError('k') KeyError('k') True
try:
    try:
        {}["k"]
    except KeyError:
        raise ValueError("v") from None
except ValueError as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)
    # expect: None KeyError('k') True
try:
    raise ValueError from IndexError
except ValueError as e:
    print(repr(e.__cause__))  # expect: IndexError()
try:
    raise ValueError from 5
except TypeError as e:
    print("TypeError")  # expect: TypeError
e = ValueError()
print(e.__cause__, e.__context__, e.__suppress_context__)  # expect: None None False
e.__cause__ = KeyError()
print(e.__suppress_context__)  # expect: True
