# hexlify, unhexlify, base64, crc32.
import binascii
print(binascii.hexlify(b"\x00\xffab"), binascii.hexlify(b"abcd", "-"),
      binascii.hexlify(bytearray(b"x")), binascii.unhexlify(b"00ff"), binascii.unhexlify("4A4b"),
      binascii.b2a_hex(b"q"), binascii.a2b_hex("71"))
# expect: b'00ff6162' b'61-62-63-64' b'78' b'\x00\xff' b'JK' b'71' b'q'
print(binascii.b2a_base64(b"hello"), binascii.b2a_base64(b"hello!", newline=False),
      binascii.b2a_base64(b""), binascii.a2b_base64(b"aGVsbG8="),
      binascii.a2b_base64("aGVsbG8hIQ==\n"), binascii.a2b_base64(b"aGV sbG8\n="),
      binascii.b2a_base64(bytes(range(256)))[-9:])
# expect: b'aGVsbG8=\n' b'aGVsbG8h' b'\n' b'hello' b'hello!!' b'hello' b'/P3+/w==\n'
print(binascii.crc32(b"hello"), binascii.crc32(b"lo", binascii.crc32(b"hel")), binascii.crc32(b""),
      binascii.crc32(bytes(1000)))  # expect: 907060870 907060870 0 101390208
for bad in (lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"),
            lambda: binascii.a2b_base64("abc"), lambda: binascii.hexlify("text"),
            lambda: binascii.hexlify(5), lambda: binascii.crc32("x")):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print("refused", end=" ")
print()  # expect: refused refused refused refused refused refused
