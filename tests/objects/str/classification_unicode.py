# isalpha and its sisters on characters outside ASCII.
tests = ["²", "½", "٣", "日本", "Ж", "ж", "ǅ", "\u2003", "\u0301", "€", "\ud800", "ªº", "Ⅷ"]
names = ("isalpha isdigit isdecimal isnumeric isalnum isupper islower istitle "
         "isspace isidentifier isprintable isascii")
for s in tests:
    print(ascii(s), "".join("01"[getattr(s, n)()] for n in names.split()))
    # expect: '\xb2' 010110000010
    # expect: '\xbd' 000110000010
    # expect: '\u0663' 011110000010
    # expect: '\u65e5\u672c' 100010000110
    # expect: '\u0416' 100011010110
    # expect: '\u0436' 100010100110
    # expect: '\u01c5' 100010010110
    # expect: '\u2003' 000000001000
    # expect: '\u0301' 000000000010
    # expect: '\u20ac' 000000000010
    # expect: '\ud800' 000000000000
    # expect: '\xaa\xba' 100010100110
    # expect: '\u2167' 000111010110
