# Formats of all sizes and byte orders.
import struct
print(struct.pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 4294967295, -4, 2 ** 64 - 1),
      struct.pack(">hIq", 1, 2, 3), struct.pack("!H", 258), struct.pack("<fd", 1.5, -2.25),
      struct.pack("<e", 1.5))
# expect: b'\xff\xff\xfe\xff\xff\xff\xfd\xff\xff\xff\xff\xff\xff\xff\xfc\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff' b'\x00\x01\x00\x00\x00\x02\x00\x00\x00\x00\x00\x00\x00\x03' b'\x01\x02' b'\x00\x00\xc0?\x00\x00\x00\x00\x00\x00\x02\xc0' b'\x00>'
print(struct.unpack("<bBhH", b"\xff\xff\xfe\xff\xff\xff"), struct.unpack(">q", b"\xff" * 8),
      struct.unpack("<Q", b"\xff" * 8), struct.unpack(">fd", struct.pack(">fd", 0.5, 0.1)),
      struct.unpack("<lL", b"\x01\0\0\x80" * 2))
# expect: (-1, 255, -2, 65535) (-1,) (18446744073709551615,) (0.5, 0.1) (-2147483647, 2147483649)
print(struct.pack("<3s5s2p", b"abc", b"x", b"yz"), struct.unpack("3s2x1s", b"abc\0\0d"),
      struct.pack("<?c3B", True, b"z", 1, 2, 3), struct.unpack("<?c", b"\x02q"),
      struct.pack("<2h2x", 1, 2), struct.pack("0s", b"x"), struct.unpack("", b""))
# expect: b'abcx\x00\x00\x00\x00\x01y' (b'abc', b'd') b'\x01z\x01\x02\x03' (True, b'q') b'\x01\x00\x02\x00\x00\x00' b'' ()
print([struct.calcsize(f) for f in ("<bhiq", ">bhiq", "=bhiq", "<3s2x", "", "10s", "<e", "<d?",
    "<4H")], struct.calcsize("@bi") >= struct.calcsize("=bi"), struct.pack("< h  h", 1, 2))
# expect: [15, 15, 15, 5, 0, 10, 2, 9, 8] True b'\x01\x00\x02\x00'
for bad in (lambda: struct.pack("<b", 128), lambda: struct.pack("<H", -1),
            lambda: struct.pack("<h"), lambda: struct.pack("<h", 1, 2),
            lambda: struct.unpack("<h", b"x"), lambda: struct.pack("<z", 1),
            lambda: struct.pack("<h", "x"), lambda: struct.pack("<s", "text"),
            lambda: struct.pack("<h", 1.5), lambda: struct.unpack("<h", b"abc"),
            lambda: struct.calcsize("5"), lambda: struct.pack("<f", 1e300),
            lambda: struct.pack("<c", b"ab")):
    try:
        print(bad())
    except (struct.error, TypeError, OverflowError) as e:
        print("refused", end=" ")
print()
# expect: refused refused refused refused refused refused refused refused refused refused refused refused refused
