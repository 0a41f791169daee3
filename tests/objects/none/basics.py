# None, Ellipsis, NotImplemented: singletons without attributes.
print(None, repr(None), type(None)() is None, bool(None), None == None, None is not False,
      hash(None) == hash(None), [None], str(None), None in [None])
# expect: None None True False True True True [None] None True
print(type(...)() is ..., type(NotImplemented)() is NotImplemented, repr(...), bool(...))
# expect: True True Ellipsis True
for bad in (lambda: None + 1, lambda: None(), lambda: None[0], lambda: None < None,
            lambda: len(None), lambda: iter(None), lambda: setattr(None, "x", 1),
            lambda: type(None)(1)):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: TypeError TypeError TypeError TypeError TypeError TypeError AttributeError TypeError
