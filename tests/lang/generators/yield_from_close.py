# Closing or throwing GeneratorExit closes the inner generator first.
def inner():
    try:
        yield 1
    except GeneratorExit:
        print("inner closed")  # expect: inner closed
        raise
    finally:
        print("inner finally")  # expect: inner finally
def outer():
    try:
        yield from inner()
    finally:
        print("outer finally")  # expect: outer finally
g = outer()
next(g)
g.close()
class Closer:
    def __iter__(self): return self
    def __next__(self): return 1
    def close(self): print("close called")  # expect: close called
def h(): yield from Closer()
g = h()
next(g)
g.close()
class NoThrow:
    def __iter__(self): return self
    def __next__(self): return 1
def k():
    try:
        yield from NoThrow()
    except KeyError:
        yield "caught outside"
g = k()
next(g)
print(g.throw(KeyError))  # expect: caught outside
