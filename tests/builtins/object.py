# object(): a plain thing with the default behaviour.
o = object()
print(o == o, o == object(), o != object(), isinstance(o, object), bool(o), hash(o) == hash(o),
      object.__name__, object.__bases__, o.__class__ is object)
# expect: True False True True True True object () True
print(object.__eq__(1, 1), object().__ne__(5), object.__init__(o), isinstance(object, type),
      str(o) == repr(o))  # expect: True NotImplemented None True True
for bad in (lambda: object(1), lambda: setattr(o, "x", 1), lambda: o < o, lambda: o(), lambda: o[0],
            lambda: len(o)):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
        # expect: TypeError
        # expect: AttributeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
