# Exceptions inside __len__, __iter__, __getattr__, __enter__, __hash__ and so on pass through.
class E(Exception): pass
def fail(*a): raise E
class A:
    __len__ = __iter__ = __getitem__ = __contains__ = __call__ = __add__ = fail
    __neg__ = __hash__ = __eq__ = __lt__ = __bool__ = __repr__ = fail
    __str__ = fail
    __enter__ = __int__ = __float__ = __index__ = __format__ = __getattr__ = fail
    __reversed__ = __round__ = __bytes__ = __next__ = __abs__ = __setattr__ = fail
    def __exit__(self, *a): pass
a = A()
count = 0
def w():
    with a: pass
def u():
    x, y = a
def s():
    a.x = 1
for f in (lambda: len(a), lambda: list(a), lambda: a[0], lambda: 1 in a, lambda: a(), lambda: a + 1,
          lambda: -a, lambda: hash(a), lambda: a == 1, lambda: a < 1, lambda: bool(a),
          lambda: repr(a), lambda: str(a), w, u, s, lambda: int(a), lambda: float(a),
          lambda: [1][a],
          lambda: f"{a}", lambda: a.x, lambda: reversed(a), lambda: round(a), lambda: bytes(a),
          lambda: next(a), lambda: abs(a), lambda: {a: 1}, lambda: [*a], lambda: print(*a),
          lambda: sum(a), lambda: sorted(a), lambda: max(a), lambda: "".join(a), lambda: dict(a),
          lambda: set(a),
          lambda: tuple(a), lambda: zip(a), lambda: map(str, a), lambda: enumerate(a),
          lambda: [].extend(a), lambda: {}.update(a), lambda: [x for x in a], lambda: a if a else 1,
          lambda: not a, lambda: a and 1, lambda: "%s" % a, lambda: "{}".format(a),
          lambda: range(a), lambda: any(a), lambda: [1, 2] == [1, a], lambda: "x" * a,
          lambda: print(a), lambda: chr(a), lambda: 1 in [a]):
    try:
        f()
        print("no exception")
    except E:
        count += 1
print(count)  # expect: 54
