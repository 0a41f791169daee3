# Which builtins take keywords, and which do not.
print(int("ff", base=16), sorted([2, 1], reverse=True), enumerate("a", start=1) is not None,
      str(object=5), bytes(source=b"x"), max([1], default=0), round(number=2.567, ndigits=1),
      sum([1], start=2), complex(real=1), print(end=""))
# expect: 255 [2, 1] True 5 b'x' 1 2.6 3 (1+0j) None
for bad in (lambda: len(obj=[]), lambda: abs(x=1), lambda: int(x=5), lambda: list(iterable=[]),
            lambda: float(x=1), lambda: chr(i=5), lambda: sorted(iterable=[]),
            lambda: isinstance(obj=1, cls=int)):
    try:
        bad()
    except TypeError:
        print("TypeError", end=" ")
print()  # expect: TypeError TypeError TypeError TypeError TypeError TypeError TypeError TypeError
