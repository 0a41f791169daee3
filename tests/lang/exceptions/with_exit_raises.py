# An exception in __exit__ replaces the one of the body.
class M:
    def __init__(self, say): self.say = say
    def __enter__(self): pass
    def __exit__(self, kind, value, trace):
        if self.say == "new": raise KeyError("new")
        if self.say == "same": raise value
        return self.say
try:
    with M("new"):
        raise ValueError("old")
except KeyError as e:
    print(repr(e), repr(e.__context__))  # expect: KeyError('new') ValueError('old')
try:
    with M("same"):
        raise ValueError("old")
except ValueError as e:
    print(repr(e), repr(e.__context__))  # expect: ValueError('old') None
for truth in (0, [], "", None):
    try:
        with M(truth): raise IndexError
    except IndexError:
        print("not swallowed")
        # expect: not swallowed
        # expect: not swallowed
        # expect: not swallowed
        # expect: not swallowed
with M([0]): raise IndexError
print("swallowed")  # expect: swallowed
