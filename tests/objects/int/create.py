# int() of numbers, texts in all bases, bytes.
print(int(), int(5.9), int(-5.9), int("42"), int("  -7\n"), int("+3"), int("1_000"), int(b"12"),
      int(True), int("0"), int("00012"), int(1e20))
# expect: 0 5 -5 42 -7 3 1000 12 1 0 12 100000000000000000000
print(int("ff", 16), int("0xFF", 16), int("0b101", 0), int("0o17", 0), int("zz", 36), int("101", 2),
      int("-0x1f", 0), int("0_7", 8), int("0x_f", 16), int("10", base=3))
# expect: 255 255 5 15 1295 5 -31 7 15 3
print(int("٣٤"), int("\u2003 5 "), int(bytearray(b"7")), int("1" * 30), int("-" + "9" * 25),
      int("f" * 20, 16), int(2.0 ** 70))
# expect: 34 5 7 111111111111111111111111111111 -9999999999999999999999999 1208925819614629174706175 1180591620717411303424
bad = ["", " ", "1.5", "a", "1__0", "_1", "1_", "--1", "0x", "1 2", "0b2", "+", "1e5", "1\0"]
for b in bad:
    try:
        print(int(b))
    except ValueError:
        print("ValueError", end=" ")
print()
# expect: ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError
for b in (lambda: int(None), lambda: int([]), lambda: int("1", 1), lambda: int("1", 37),
          lambda: int(5, 10), lambda: int(1j), lambda: int(float("nan")), lambda: int(float("inf")),
          lambda: int("010", 0), lambda: int("9", 8)):
    try:
        print(b())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: TypeError TypeError ValueError ValueError TypeError TypeError ValueError OverflowError ValueError ValueError
