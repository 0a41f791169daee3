# Exception subclasses with own arguments and attributes.
class HTTPError(Exception):
    def __init__(self, code, text="no text"):
        super().__init__(code, text)
        self.code = code
    def __str__(self): return "%d: %s" % self.args
class NotFound(HTTPError):
    def __init__(self, path): super().__init__(404, path + " not found")
class Plain(ValueError):
    def __init__(self, a, b): self.a = a
try:
    raise NotFound("/x")
except HTTPError as e:
    print(type(e).__name__, e, e.code, e.args, repr(e))
    # expect: NotFound 404: /x not found 404 (404, '/x not found') NotFound(404, '/x not found')
p = Plain(1, 2)
print(p.args, p, p.a, repr(p))  # expect: (1, 2) (1, 2) 1 Plain(1, 2)
class KeyLike(KeyError):
    def __str__(self): return "own text"
print(str(KeyLike("k")), str(KeyError("k")))  # expect: own text 'k'
class Both(TypeError, ValueError): pass
for kind in (TypeError, ValueError):
    try:
        raise Both("b")
    except kind as e:
        print(kind.__name__, repr(e))
        # expect: TypeError Both('b')
        # expect: ValueError Both('b')
class WithNew(Exception):
    def __new__(cls, *a):
        self = super().__new__(cls, *a)
        self.seen = a
        return self
print(WithNew(1, 2).seen, WithNew(3).args)  # expect: (1, 2) (3,)
