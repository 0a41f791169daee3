# isinstance and issubclass with classes, tuples, unions.
class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(A(), B), isinstance(5, (str, int)),
      isinstance(5, (str, (float, int))), isinstance(True, int), isinstance(None, type(None)))
# expect: True False True True True True
print(issubclass(B, A), issubclass(A, A), issubclass(B, (int, A)), issubclass(bool, int),
      issubclass(A, object), isinstance(A, type), isinstance(5, object))
# expect: True True True True True True True
print(isinstance(5, int | None), isinstance(None, int | None), issubclass(bool, int | str),
      isinstance([], (list,)), isinstance("x", ()))  # expect: True True True True False
for bad in (lambda: isinstance(5, "int"), lambda: issubclass(5, int), lambda: issubclass(int, 5),
            lambda: isinstance(5), lambda: isinstance(5, [int])):
    try:
        bad()
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
