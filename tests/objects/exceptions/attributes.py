# args, str and repr of exceptions.
for e in (ValueError(), ValueError("x"), ValueError("x", 2), KeyError("k"), KeyError("a", "b"),
          KeyError(),
          IndexError(5), Exception(None), OSError("just text"), StopIteration(3), SystemExit(2),
          AssertionError("a"), BaseException("b"), KeyboardInterrupt()):
    print(repr(e), "|", str(e), "|", e.args)
    # expect: ValueError() |  | ()
    # expect: ValueError('x') | x | ('x',)
    # expect: ValueError('x', 2) | ('x', 2) | ('x', 2)
    # expect: KeyError('k') | 'k' | ('k',)
    # expect: KeyError('a', 'b') | ('a', 'b') | ('a', 'b')
    # expect: KeyError() |  | ()
    # expect: IndexError(5) | 5 | (5,)
    # expect: Exception(None) | None | (None,)
    # expect: OSError('just text') | just text | ('just text',)
    # expect: StopIteration(3) | 3 | (3,)
    # expect: SystemExit(2) | 2 | (2,)
    # expect: AssertionError('a') | a | ('a',)
    # expect: BaseException('b') | b | ('b',)
    # expect: KeyboardInterrupt() |  | ()
e = ValueError(1)
e.args = (2, 3)
print(e, repr(e))  # expect: (2, 3) ValueError(2, 3)
e.args = "ab"
print(e.args)  # expect: ('a', 'b')
e.note = "any attribute"
print(e.note)  # expect: any attribute
try:
    ValueError(key=1)
except TypeError:
    print("TypeError")  # expect: TypeError
