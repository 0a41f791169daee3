"""Messages name the kind of generator; an asynchronous generator that has ended takes no exception."""


async def coroutine():
    raise StopIteration


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def tell(f):
    try:
        print(f())
    except RuntimeError as e:
        print(repr(e))  # expect: RuntimeError('coroutine raised StopIteration')
    except TypeError as e:
        print(repr(e))
        # expect: TypeError("can't send non-None value to a just-started coroutine")
        # expect: TypeError("can't send non-None value to a just-started async generator")


tell(lambda: coroutine().send(None))
tell(lambda: coroutine().send(1))
tell(lambda: ignores().asend(1).send(None))


async def use():
    g = ignores()
    print(await g.asend(None))  # expect: 1
    try:
        await g.aclose()
    except RuntimeError as e:
        print(repr(e))  # expect: RuntimeError('async generator ignored GeneratorExit')

try:
    use().send(None)
except StopIteration:
    pass


async def finished():
    g = ignores()
    async for _ in g:
        pass
    print(await g.athrow(ValueError("too late")))  # expect: None

try:
    finished().send(None)
except StopIteration:
    pass
