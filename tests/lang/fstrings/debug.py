# {expression=} shows the source text and the value.
a, b = 1, "two"
print(f"{a=} {b=} {a + 1=} {a = }")  # expect: a=1 b='two' a + 1=2 a = 1
print(f"{b=!s} {a=:>5} {b=!r:^9} {len(b)=}")  # expect: b=two a=    1 b=  'two'   len(b)=3
print(f"{(lambda: 5)()=} {[1,2][0]=} { a=}")  # expect: (lambda: 5)()=5 [1,2][0]=1  a=1
