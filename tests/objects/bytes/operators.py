# +, *, comparison, hash, equality across types.
print(b"a" + b"b", b"ab" * 2, 2 * b"x", b"a" * 0, b"a" + bytearray(b"b"), bytearray(b"a") + b"b")
# expect: b'ab' b'abab' b'xx' b'' b'ab' bytearray(b'ab')
print(b"a" == bytearray(b"a"), b"a" == "a", b"a" < b"b", b"ab" > b"a", b"a" == memoryview(b"a"),
      b"" < b"\0")  # expect: True False True True True True
print(hash(b"ab") == hash(bytes([97, 98])), {b"k": 1}[b"k"],
      b"%d %s %x %5.1f %r %a" % (5, b"s", 255, 1.25, b"r", "é"))
# expect: True 1 b"5 s ff   1.2 b'r' '\\xe9'"
print(b"%b|%c|%-4d|%%" % (b"bb", 65, 7), bytearray(b"%d") % 5)
# expect: b'bb|A|7   |%' bytearray(b'5')
for bad in (lambda: b"a" + "b", lambda: b"a" + [1], lambda: b"a" * b"b", lambda: b"a" < "b",
            lambda: hash(bytearray()), lambda: b"%s" % "x"):
    try:
        print(bad())
    except TypeError:
        print("TypeError", end=" ")
print()  # expect: TypeError TypeError TypeError TypeError TypeError TypeError
