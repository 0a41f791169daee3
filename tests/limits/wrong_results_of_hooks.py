# Special methods that return the wrong kind of thing: TypeError.
class A:
    def __len__(self): return "x"
    def __iter__(self): return 5
    def __bool__(self): return 5
    def __repr__(self): return 5
    def __str__(self): return b"x"
    def __hash__(self): return 1.5
    def __int__(self): return "5"
    def __float__(self): return "5"
    def __index__(self): return "5"
    def __format__(self, spec): return 5
    def __bytes__(self): return "x"
    def __complex__(self): return 5
    def __dir__(self): return 5
    def __init__(self, x=None): return x
a = A()
n = 0
for f in (lambda: len(a), lambda: iter(a), lambda: bool(a), lambda: repr(a), lambda: str(a),
          lambda: hash(a), lambda: int(a), lambda: float(a), lambda: [1][a], lambda: format(a),
          lambda: bytes(a), lambda: complex(a), lambda: dir(a), lambda: A(5)):
    try:
        print(f())
    except TypeError:
        n += 1
print(n)  # expect: 14
