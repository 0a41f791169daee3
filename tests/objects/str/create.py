# str() of objects, of bytes with an encoding, and its errors.
print(str(), str(5), str(None), str(b"ab"), str([1, "a"]), repr(str("x")))
# expect:  5 None b'ab' [1, 'a'] 'x'
print(str(b"h\xc3\xa9", "utf-8"), str(b"abc", encoding="ascii"),
      str(bytearray(b"x"), "utf8", "strict"))  # expect: hé abc x
print(str(object=5), str(b"\xff", "utf-8", "replace") == "\ufffd",
      repr(str(b"a\xffb", "utf-8", "ignore")))  # expect: 5 True 'ab'
for bad in (lambda: str("a", "utf-8"), lambda: str(5, "utf-8"), lambda: str(b"a", 5),
            lambda: str(b"\xff", "utf-8")):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: UnicodeDecodeError
