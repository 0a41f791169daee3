# hex and fromhex.
print(b"\x00\xff\x10".hex(), b"\x01\x02\x03\x04\x05".hex(":"), b"\x01\x02\x03\x04\x05".hex("-", 2),
      b"\x01\x02\x03".hex("_", -2), b"".hex(), bytearray(b"a").hex())
# expect: 00ff10 01:02:03:04:05 01-0203-0405 0102_03  61
print(bytes.fromhex("00ff 10"), bytes.fromhex(""), bytearray.fromhex("61 62"),
      bytes.fromhex("aB\tCd\n"))  # expect: b'\x00\xff\x10' b'' bytearray(b'ab') b'\xab\xcd'
for bad in ("0", "zz", "0 0", "é", "0x00"):
    try:
        bytes.fromhex(bad)
    except ValueError:
        print("ValueError", end=" ")
print()  # expect: ValueError ValueError ValueError ValueError ValueError
