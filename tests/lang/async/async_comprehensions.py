# async for and await in list, set, dict and generator comprehensions.
def run(coro):
    try:
        while True: coro.send(None)
    except StopIteration as e:
        return e.value
async def agen(*items):
    for i in items: yield i
async def double(x): return x * 2
async def main():
    print([x async for x in agen(1, 2, 3)])  # expect: [1, 2, 3]
    print([x async for x in agen(1, 2, 3) if x != 2])  # expect: [1, 3]
    print(sorted({x % 2 async for x in agen(1, 2, 3)}))  # expect: [0, 1]
    print({x: y async for x in agen("a", "b") for y in (1, 2)})  # expect: {'a': 2, 'b': 2}
    print([await double(x) for x in range(3)])  # expect: [0, 2, 4]
    print([await double(x) async for x in agen(4, 5) if await double(x) > 8])  # expect: [10]
    print([[y async for y in agen(x, x)] for x in (1, 2)])  # expect: [[1, 1], [2, 2]]
    g = (await double(x) for x in range(2))
    print(type(g).__name__, [x async for x in g])  # expect: async_generator [0, 2]
    h = (x async for x in agen("p", "q"))
    print([x async for x in h])  # expect: ['p', 'q']
run(main())
