# Item and slice assignment, deletion.
a = bytearray(b"hello")
a[0] = 72
a[-1] = ord("O")
print(a)  # expect: bytearray(b'HellO')
a[1:3] = b"EEE"
print(a)  # expect: bytearray(b'HEEElO')
a[::2] = b"\0\0\0"
print(a)  # expect: bytearray(b'\x00E\x00E\x00O')
del a[0], a[-1:]
print(a)  # expect: bytearray(b'E\x00E\x00')
a[1:1] = [1, 2]
a[len(a):] = bytearray(b"end")
print(a)  # expect: bytearray(b'E\x01\x02\x00E\x00end')
del a[::2]
print(a)  # expect: bytearray(b'\x01\x00\x00n')
a[:] = b""
print(a, len(a))  # expect: bytearray(b'') 0
a = bytearray(b"abc")
a[1:] = a
print(a)  # expect: bytearray(b'aabc')
for action in ("a[0] = 256", "a[0] = -1", "a[9] = 1", "a[0] = b'x'", "a[::2] = b'x' * 9",
               "a[0:1] = 'text'", "del a[9]", "a[0] = 'x'", "a[0:1] = [300]"):
    try:
        exec(action)
    except (ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: ValueError ValueError IndexError TypeError ValueError TypeError IndexError TypeError ValueError
