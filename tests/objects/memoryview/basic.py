# A memoryview reads and writes the object's bytes.
a = bytearray(b"hello")
m = memoryview(a)
print(m[0], len(m), m[1:3].tobytes(), bytes(m), list(m[::2]), m[-1], m.readonly, m.format,
      m.itemsize, m.nbytes)  # expect: 104 5 b'el' b'hello' [104, 108, 111] 111 False B 1 5
m[0] = 72
m[1:3] = b"EL"
print(a)  # expect: bytearray(b'HELlo')
part = m[1:4]
part[0] = ord("x")
print(a, part.tobytes(), m[1:].hex(), m == a, m == b"HxLlo", m[::-1].tobytes(), m.tolist())
# expect: bytearray(b'HxLlo') b'xLl' 784c6c6f True True b'olLxH' [72, 120, 76, 108, 111]
r = memoryview(b"fixed")
print(r.readonly, r.obj, 102 in r, r[2:] == b"xed")  # expect: True b'fixed' True True
for action in ("r[0] = 1", "m[0] = 256", "m[9]", "m[0:2] = b'x'", "m[0] = b'x'",
               "memoryview('text')", "memoryview(5)"):
    try:
        exec(action)
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: TypeError ValueError IndexError ValueError TypeError TypeError TypeError
