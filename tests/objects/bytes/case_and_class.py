# Case changes and classifications work on ASCII letters only.
b = b"Hello \xe9 World_1"
print(b.upper(), b.lower(), b.title(), b.capitalize(), b.swapcase())
# expect: b'HELLO \xe9 WORLD_1' b'hello \xe9 world_1' b'Hello \xe9 World_1' b'Hello \xe9 world_1' b'hELLO \xe9 wORLD_1'
names = "isalpha isdigit isalnum isupper islower isspace istitle isascii"
for name in names.split():
    print(name, [getattr(x, name)() for x in (b"Ab", b"12", b" \t", b"")])
    # expect: isalpha [True, False, False, False]
    # expect: isdigit [False, True, False, False]
    # expect: isalnum [True, True, False, False]
    # expect: isupper [False, False, False, False]
    # expect: islower [False, False, False, False]
    # expect: isspace [False, False, True, False]
    # expect: istitle [True, False, False, False]
    # expect: isascii [True, True, True, True]
print(b"a".center(5, b"*"), b"a".ljust(3), b"a".rjust(3, b"."), b"-5".zfill(4),
      b"a\tb".expandtabs(4), bytearray(b"a").center(3))
# expect: b'**a**' b'a  ' b'..a' b'-005' b'a   b' bytearray(b' a ')
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b"),
      bytearray(b"abc").translate(None, delete=b"ac"))  # expect: b'xyc' b'ac' bytearray(b'b')
