# chr and ord over the whole range.
print(chr(65), ord("a"), chr(233), ord("日"), ascii(chr(0x10ffff)), ord("\U0001f600"),
      chr(0) == "\0", ord(b"x"), ord(bytearray(b"y")))
# expect: A 97 é 26085 '\U0010ffff' 128512 True 120 121
print(all(ord(chr(i)) == i for i in range(0, 0x110000, 997)))  # expect: True
for bad in (lambda: chr(-1), lambda: chr(0x110000), lambda: ord(""), lambda: ord("ab"),
            lambda: ord(5), lambda: chr("a"), lambda: chr(1.5), lambda: chr(10 ** 30)):
    try:
        bad()
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__)
        # expect: ValueError
        # expect: ValueError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: OverflowError
