# A bytearray that changes while it is assigned to.
a = bytearray(b"abcdef")
class Evil:
    def __index__(self):
        a.clear()
        return 65
for f in (lambda: a.__setitem__(3, Evil()), lambda: a.append(Evil()), lambda: a.insert(2, Evil()),
          lambda: a.extend([Evil(), 1])):
    a[:] = b"abcdef"
    try:
        f()
    except (IndexError, ValueError):
        pass
    print(len(a) < 8, end=" ")
def source():
    yield 1
    a.clear()
    yield 2
a[:] = b"xyz"
a[1:2] = source()
print(len(a) <= 4)  # expect: True True True True True
a[:] = b"xyz"
a.extend(source())
print(len(a) <= 5)  # expect: True
