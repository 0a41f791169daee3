# pack_into, unpack_from, iter_unpack, and the Struct class.
import struct
b = bytearray(10)
struct.pack_into("<hH", b, 1, -2, 500)
struct.pack_into(">B", b, -1, 255)
print(b, struct.unpack_from("<hH", b, 1), struct.unpack_from("B", b, -1),
      struct.unpack_from("<h", memoryview(b)[1:]), list(struct.iter_unpack("<H", b"\x01\0\x02\0")))
# expect: bytearray(b'\x00\xfe\xff\xf4\x01\x00\x00\x00\x00\xff') (-2, 500) (255,) (-2,) [(1,), (2,)]
for bad in (lambda: struct.pack_into("<i", b, 8, 1), lambda: struct.unpack_from("<i", b, 7),
            lambda: struct.unpack_from("<i", b, -3), lambda: struct.pack_into("<b", b"fixed", 0, 1),
            lambda: struct.pack_into("<i", b, 100, 1)):
    try:
        print(bad())
    except (struct.error, TypeError):
        print("refused", end=" ")
print()  # expect: refused refused refused refused refused
s = struct.Struct("<hh")
print(s.size, s.format, s.pack(1, 2), s.unpack(b"\x01\0\x02\0"),
      s.unpack_from(b"xx\x05\0\x06\0", 2), [*s.iter_unpack(bytes(8))])
# expect: 4 <hh b'\x01\x00\x02\x00' (1, 2) (5, 6) [(0, 0), (0, 0)]
