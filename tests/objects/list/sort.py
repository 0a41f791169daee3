# sort: stable, key, reverse, mixed sizes; errors leave all items there.
a = ["banana", "Apple", "cherry", "apple", "Banana"]
a.sort()
print(a)  # expect: ['Apple', 'Banana', 'apple', 'banana', 'cherry']
a.sort(key=str.lower)
print(a)  # expect: ['Apple', 'apple', 'Banana', 'banana', 'cherry']
a.sort(key=len, reverse=True)
print(a)  # expect: ['Banana', 'banana', 'cherry', 'Apple', 'apple']
b = [(1, "b"), (0, "c"), (1, "a"), (0, "d")]
b.sort(key=lambda p: p[0])
print(b)  # expect: [(0, 'c'), (0, 'd'), (1, 'b'), (1, 'a')]
b.sort(key=lambda p: p[0], reverse=True)
print(b, [].sort(), sorted([3, 1, 2], reverse=True), sorted("hello"))
# expect: [(1, 'b'), (1, 'a'), (0, 'c'), (0, 'd')] None [3, 2, 1] ['e', 'h', 'l', 'l', 'o']
c = [(i * 7919) % 1000 for i in range(1000)]
c.sort()
print(c == sorted(range(1000)), sorted([2.5, 1, True, -1]), sorted([[2], [1, 5], [1]]))
# expect: True [-1, 1, True, 2.5] [[1], [1, 5], [2]]
calls = []
sorted([3, 1, 2], key=lambda x: calls.append(x) or x)
print(calls)  # expect: [3, 1, 2]
d = [3, "a", 1]
try:
    d.sort()
except TypeError:
    print("TypeError", len(d))  # expect: TypeError 3
for bad in (lambda: [1].sort(5), lambda: [2, 1].sort(key=5), lambda: [1j, 2j].sort(),
            lambda: sorted(5)):
    try:
        bad()
    except TypeError:
        print("TypeError", end=" ")
print()  # expect: TypeError TypeError TypeError TypeError
