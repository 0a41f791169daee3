# hash, copying into buffers, comparison, use as bytes.
print(hash(memoryview(b"ab")) == hash(b"ab"), memoryview(b"ab") == memoryview(bytearray(b"ab")),
      memoryview(b"a") != b"b")  # expect: True True True
print(b"".join([memoryview(b"x"), b"y"]), int.from_bytes(memoryview(b"\x01\x02"), "big"),
      bytes(memoryview(b"abc")[1:]), bytearray(memoryview(b"q")))
# expect: b'xy' 258 b'bc' bytearray(b'q')
m = memoryview(bytearray(b"abcdef"))
m[0:3] = m[3:6]
print(m.tobytes())  # expect: b'defdef'
m[1:4] = m[0:3]
print(m.tobytes(), m.contiguous, m.shape, m.strides, m.ndim, m[::2].strides)
# expect: b'ddefef' True (6,) (1,) 1 (2,)
print(memoryview(b"abc").tobytes().upper(), m[2:2].tobytes(), len(m[5:2]), memoryview(m)[0])
# expect: b'ABC' b'' 0 100
