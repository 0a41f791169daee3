# StopIteration thrown into a generator or coroutine that has not begun may not leave it either.
def g(): yield 1
async def c(): pass
for it in (g(), c()):
    try:
        it.throw(StopIteration(3))
    except RuntimeError as e:
        print(e, repr(e.__cause__))
    try:
        it.send(None)
    except (StopIteration, RuntimeError) as e:
        print(type(e).__name__)
it = g()
try:
    it.throw(KeyError(1))
except KeyError as e:
    print(repr(e), e.__cause__)
it = c()
try:
    it.send(5)
except TypeError as e:
    print(e)
it.close()

# output:
# generator raised StopIteration StopIteration(3)
# StopIteration
# coroutine raised StopIteration StopIteration(3)
# RuntimeError
# KeyError(1) None
# can't send non-None value to a just-started coroutine
