# Functions carry names, documentation and attributes of their own.
def f(a, b=1, *, c=2):
    """Says nothing."""
f.note = [1]
f.note.append(2)
print(f.__name__, f.__doc__, f.note)  # expect: f Says nothing. [1, 2]
print(f.__defaults__, f.__kwdefaults__)  # expect: (1,) {'c': 2}
print(f.__qualname__, f.__module__)  # expect: f __main__
f.__name__ = "g"
print(f.__name__)  # expect: g
def outer():
    def inner(): pass
    class K:
        def m(self): pass
    return inner, K
inner, K = outer()
print(inner.__qualname__, K.__qualname__, K.m.__qualname__)
# expect: outer.<locals>.inner outer.<locals>.K outer.<locals>.K.m
print((lambda: 0).__doc__, hasattr(f, "missing"))  # expect: None False
print(f.__dict__)  # expect: {'note': [1, 2]}
del f.note
print(hasattr(f, "note"))  # expect: False
