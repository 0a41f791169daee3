# All slices with small numbers: reading, deleting and replacing, against a plain model.
numbers = [None, -7, -5, -3, -1, 0, 1, 2, 4, 5, 8]
wrong = count = 0
for n in (0, 1, 5):
    items = list(range(n))
    for start in numbers:
        for stop in numbers:
            for step in (None, 1, 2, 3, 7, -1, -2, -6):
                s = slice(start, stop, step)
                places = list(range(*s.indices(n)))
                a = items[:]
                del a[s]
                b = items[:]
                b[s] = ["x"] * len(places)
                expected = ["x" if i in places else i for i in range(n)]
                if items[s] != places or a != [i for i in items if i not in places]: wrong += 1
                if (len(places) or step not in (None, 1)) and b != expected: wrong += 1
                if tuple(items)[s] != tuple(places) or list(range(n)[s]) != places: wrong += 1
                count += 1
print(count, wrong)  # expect: 2904 0
for start in (-3, 0, 2, 9):
    for stop in (-1, 1, 4, 9):
        a = [0, 1, 2, 3, 4]
        a[start:stop] = "ab"
        print("".join(map(str, a)), end=" ")
print()
# expect: 01ab4 01ab234 01ab4 01ab ab4 ab1234 ab4 ab 01ab4 01ab234 01ab4 01ab 01234ab 01234ab 01234ab 01234ab
