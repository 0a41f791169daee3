# append, extend, insert, pop, remove, reverse, clear, copy, += and *=.
a = bytearray()
a.append(1)
a.extend([2, 3])
a.extend(b"ab")
a.insert(0, 9)
a.insert(-1, 8)
print(a, a.pop(), a.pop(0), a)
# expect: bytearray(b'\x01\x02\x03a\x08') 98 9 bytearray(b'\x01\x02\x03a\x08')
a.remove(2)
a.reverse()
print(a, list(a))  # expect: bytearray(b'\x08a\x03\x01') [8, 97, 3, 1]
b = a.copy()
c = a
a += b"xy"
a *= 2
print(a, b, c is a, a == c)
# expect: bytearray(b'\x08a\x03\x01xy\x08a\x03\x01xy') bytearray(b'\x08a\x03\x01') True True
a.clear()
print(a, bool(a))  # expect: bytearray(b'') False
for action in ("a.pop()", "a.remove(1)", "a.append(256)", "a.append('x')", "a.extend('text')",
               "a.extend([1000])", "a += 'x'", "b.pop(9)"):
    try:
        exec(action)
    except (ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: IndexError ValueError ValueError TypeError TypeError ValueError TypeError IndexError
