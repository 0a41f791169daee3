# Slice assignment and deletion with all steps.
a = list(range(10))
a[2:5] = ["x"]
print(a)  # expect: [0, 1, 'x', 5, 6, 7, 8, 9]
a[1:1] = [7, 8, 9]
a[len(a):] = "ab"
a[:0] = (0, 0)
print(a)  # expect: [0, 0, 0, 7, 8, 9, 1, 'x', 5, 6, 7, 8, 9, 'a', 'b']
a[::3] = "*" * len(a[::3])
print(a)  # expect: ['*', 0, 0, '*', 8, 9, '*', 'x', 5, '*', 7, 8, '*', 'a', 'b']
del a[::2]
print(a)  # expect: [0, '*', 9, 'x', '*', 8, 'a']
a[-2:] = []
a[::-1] = a[:]
print(a)  # expect: ['*', 'x', 9, '*', 0]
del a[5:1:-2], a[100:], a[:1]
print(a)  # expect: ['x', '*']
a[:] = a
a[1:2] = a
print(a, a[1:3], a[::-1], a[-100:100])
# expect: ['x', 'x', '*'] ['x', '*'] ['*', 'x', 'x'] ['x', 'x', '*']
b = [1, 2, 3, 4]
b[::2], b[1] = "pq", "r"
print(b)  # expect: ['p', 'r', 'q', 4]
b[3:1] = ["inserted"]
print(b)  # expect: ['p', 'r', 'q', 'inserted', 4]
for action in ("b[::2] = [1]", "b[0:1] = 5", "b['a':] = []", "del b[::0]", "b[::0] = []",
               "b[9] = 1", "b[-9] = 1", "b['0'] = 1"):
    try:
        exec(action)
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: ValueError TypeError TypeError ValueError ValueError IndexError IndexError TypeError
