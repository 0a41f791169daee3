# to_bytes and from_bytes, both byte orders, signed.
print((258).to_bytes(2, "big"), (258).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True),
      (0).to_bytes(0, "big"), (255).to_bytes(), (5).to_bytes(length=2, byteorder="little"))
# expect: b'\x01\x02' b'\x02\x01\x00\x00' b'\xff\xfe' b'' b'\xff' b'\x05\x00'
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\x01\x02", "little"),
      int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b"", "big"),
      int.from_bytes([1, 0], "big"), int.from_bytes(b"\xff"))  # expect: 258 513 -2 0 256 255
n = 0x0102030405060708090a0b0c0d0e0f
print(n.to_bytes(15, "big"), n.to_bytes(16, "little"),
      int.from_bytes(n.to_bytes(20, "big"), "big") == n, (-n).to_bytes(16, "little", signed=True),
      int.from_bytes((-n).to_bytes(16, "big", signed=True), "big", signed=True) == -n)
# expect: b'\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f' b'\x0f\x0e\r\x0c\x0b\n\t\x08\x07\x06\x05\x04\x03\x02\x01\x00' True b'\xf1\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe\xff' True
print((-128).to_bytes(1, "big", signed=True), (2 ** 63).to_bytes(9, "big", signed=True),
      (2 ** 64 - 1).to_bytes(8, "little"), int.from_bytes(b"\x80" + bytes(7), "big", signed=True),
      int.from_bytes(bytearray(b"\x01\0"), "little"))
# expect: b'\x80' b'\x00\x80\x00\x00\x00\x00\x00\x00\x00' b'\xff\xff\xff\xff\xff\xff\xff\xff' -9223372036854775808 1
for bad in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"),
            lambda: (128).to_bytes(1, "big", signed=True), lambda: (1).to_bytes(1, "middle"),
            lambda: (1).to_bytes(-1, "big"), lambda: int.from_bytes("x", "big"),
            lambda: (2 ** 64).to_bytes(8, "big")):
    try:
        bad()
    except (OverflowError, ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: OverflowError OverflowError OverflowError ValueError ValueError TypeError OverflowError
