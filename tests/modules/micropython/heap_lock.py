# heap_lock(): nothing that the program makes gets memory; calls, loops, ints and print go on.
# micropython
import micropython
taken = []
numbers = [1, 2, 3]
data = bytearray(16)
view = memoryview(data)


def refused(name, f):
    micropython.heap_lock()
    try:
        f()
        done = "made"
    except MemoryError:
        done = "refused"
    micropython.heap_unlock()
    if done != "refused":
        print(name, done)


x, text = 3, "text"
class Box: pass
box = Box()
refused("list", lambda: [])
refused("dict", lambda: {x: x})
refused("set", lambda: {x})
refused("tuple", lambda: (x, x))
refused("slice", lambda: numbers[0:1])
refused("str", lambda: text + "more")
refused("format", lambda: f"{text}{x}")
refused("bytes", lambda: bytes(20))
refused("bytearray", lambda: data.extend(bytes(100)))
refused("memoryview", lambda: view[1:])
refused("large list", lambda: [0] * 100000)
refused("bignum", lambda: x ** 100)
refused("generator", lambda: (i for i in numbers))
refused("object", lambda: Box())
refused("items", lambda: {}.items())
refused("range", lambda: range(x))


def add(n):
    return n + 1


def allowed():
    # a function that has not been called before, loops, attributes that are there, stores, generators that are running
    total = 0
    for i in range(10):
        total = add(total)
    for i in numbers:
        total += i
    for c in text:
        total += len(c)
    numbers[0] = total
    data[0] = total
    print("total", total, 2.5 * total, (1, "constant"))


micropython.heap_lock()
allowed()            # expect: total 20 50.0 (1, 'constant')
print(micropython.heap_lock(), micropython.heap_locked())  # expect: None 2
print(micropython.heap_unlock(), micropython.heap_unlock(), micropython.heap_locked())  # expect: 1 0 0
print([1] + numbers[1:])                   # expect: [1, 2, 3]


def gen():
    yield 1
    yield 2


g = gen()
micropython.heap_lock()
print(next(g), next(g))  # expect: 1 2
micropython.heap_unlock()
# Memory given back meanwhile is not lost.
big = [bytearray(1000) for i in range(100)]
micropython.heap_lock()
big.clear()
micropython.heap_unlock()
import gc
gc.collect()
for i in range(100000): big = [i, i]
print(big)               # expect: [99999, 99999]
