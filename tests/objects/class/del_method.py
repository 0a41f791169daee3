# del x.attr and attributes that are not there.
class C:
    x = 1
    __slots__ = ()
c = C()
for action in ("del c.x", "c.x = 1", "del c.y", "del C.y"):
    try:
        exec(action)
        print("done")
    except AttributeError:
        print("AttributeError")
        # expect: AttributeError
        # expect: AttributeError
        # expect: AttributeError
        # expect: AttributeError
del C.x
print(hasattr(c, "x"))  # expect: False
