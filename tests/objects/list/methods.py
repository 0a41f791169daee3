# append, extend, insert, remove, pop, index, count, reverse, clear, copy.
a = [3, 1]
a.append(2)
a.extend("xy")
a.extend(a[:2])
a.insert(0, "first")
a.insert(-1, "before last")
a.insert(100, "end")
a.insert(-100, "start")
print(a)  # expect: ['start', 'first', 3, 1, 2, 'x', 'y', 3, 'before last', 1, 'end']
print(a.pop(), a.pop(0), a.pop(-2), a.index(1), a.index(3, 2), a.count(3), a.count("q"))
# expect: end start before last 2 6 2 0
a.remove(3)
a.reverse()
print(a)  # expect: [1, 3, 'y', 'x', 2, 1, 'first']
b = a.copy()
b.clear()
print(a, b, a.append(1), a.sort.__name__)  # expect: [1, 3, 'y', 'x', 2, 1, 'first', 1] [] None sort
for action in ("[].pop()", "[1].pop(5)", "[1].remove(2)", "[1].index(2)", "[1].index(1, 1)",
               "[1].extend(5)", "[1].insert('a', 1)", "[1].append()", "[1].pop('x')"):
    try:
        eval(action)
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: IndexError IndexError ValueError ValueError ValueError TypeError TypeError TypeError TypeError
