# getattr, setattr, hasattr, delattr.
class C:
    x = 1
    @property
    def broken(self): raise ValueError("in property")
c = C()
setattr(c, "y", 2)
setattr(c, "not a name", 3)
print(getattr(c, "x"), getattr(c, "y"), getattr(c, "z", "default"), hasattr(c, "not a name"),
      hasattr(c, "w"), getattr(c, "not a name"))  # expect: 1 2 default True False 3
delattr(c, "y")
print(hasattr(c, "y"), getattr(5, "real"), getattr("a", "upper")(), getattr(C, "x"))
# expect: False 5 A 1
try:
    hasattr(c, "broken")
except ValueError as e:
    print(e)  # expect: in property
for bad in (lambda: getattr(c, "z"), lambda: delattr(c, "z"), lambda: getattr(c, 5),
            lambda: setattr(c, 5, 1), lambda: setattr(5, "x", 1), lambda: hasattr(c, 5)):
    try:
        bad()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__)
        # expect: AttributeError
        # expect: AttributeError
        # expect: TypeError
        # expect: TypeError
        # expect: AttributeError
        # expect: TypeError
