# Forms of bytes() and bytearray().
for t in (bytes, bytearray):
    print(t(), t(3), t([1, 2, 255]), t(b"ab"), t("é", "utf-8"), t(range(3)), t(bytearray(b"x")),
          t(memoryview(b"mv")))
    # expect: b'' b'\x00\x00\x00' b'\x01\x02\xff' b'ab' b'\xc3\xa9' b'\x00\x01\x02' b'x' b'mv'
    # expect: bytearray(b'') bytearray(b'\x00\x00\x00') bytearray(b'\x01\x02\xff') bytearray(b'ab') bytearray(b'\xc3\xa9') bytearray(b'\x00\x01\x02') bytearray(b'x') bytearray(b'mv')
print(bytes(source="a", encoding="ascii"), bytes("é", "ascii", "replace"),
      bytes(x for x in (97, 98)))  # expect: b'a' b'?' b'ab'
for bad in (-1, [256], [-1], "text", ["a"], 1.5, None, [1.0]):
    try:
        bytes(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: ValueError ValueError ValueError TypeError TypeError TypeError TypeError TypeError
class B:
    def __bytes__(self): return b"from method"
print(bytes(B()))  # expect: b'from method'

# Sequences whose ints come to an end, or change while they are read.
for source in ([1, 256], (1, -1), [1, "a"], (1, 2.0), [0, 1 << 70], (True, False, 5)):
    try:
        print(list(bytes(source)), end=" ")
    except Exception as e:
        print(type(e).__name__, end=" ")
print()  # expect: ValueError ValueError TypeError TypeError ValueError [1, 0, 5]


class Growing:
    def __index__(self):
        if len(items) < 7:
            items.append(3)
        return 9


items = [1, 2, Growing(), 4]
print(list(bytes(items)), len(items))  # expect: [1, 2, 9, 4, 3] 5
