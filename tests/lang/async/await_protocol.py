# await calls __await__, which gives an iterator; what it yields goes to the driver.
class Wait:
    def __init__(self, what): self.what = what
    def __await__(self):
        got = yield self.what
        return ("got", got)
async def main():
    a = await Wait("first")
    b = await Wait("second")
    return [a, b]
c = main()
print(c.send(None))  # expect: first
print(c.send(1))  # expect: second
try:
    c.send(2)
except StopIteration as e:
    print(e.value)  # expect: [('got', 1), ('got', 2)]
async def bad(x): return await x
class NotIterator:
    def __await__(self): return 5
for x in (5, None, [1], NotIterator()):
    try:
        bad(x).send(None)
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
