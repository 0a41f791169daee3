# Generator expressions are lazy but evaluate their first iterable at once.
def show(x):
    print("source")  # expect: source
    return x
g = (i * i for i in show([1, 2, 3]))
print("made")  # expect: made
print(next(g), list(g), list(g))  # expect: 1 [4, 9] []
print(sum(i for i in range(5)), max((x for x in "hello"), key=ord))  # expect: 10 o
print(dict((k, v) for k, v in zip("ab", range(2))))  # expect: {'a': 0, 'b': 1}
print(list(a + b for a in "ab" for b in "xy" if a + b != "bx"))  # expect: ['ax', 'ay', 'by']
try:
    (x for x in 5)
except TypeError:
    print("TypeError")  # expect: TypeError
later = (y for x in [1] for y in undefined)
try:
    next(later)
except NameError:
    print("NameError")  # expect: NameError
