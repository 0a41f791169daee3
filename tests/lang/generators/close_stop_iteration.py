"""A generator that answers close() with StopIteration raises RuntimeError."""


def stops():
    try:
        yield 1
    finally:
        raise StopIteration(5)


def tell(f):
    try:
        print(f())
    except RuntimeError as e:
        print(repr(e))  # expect: RuntimeError('generator raised StopIteration')
    except TypeError as e:
        print(repr(e))


g = stops()
next(g)
tell(g.close)
