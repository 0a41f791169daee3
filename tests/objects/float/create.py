# float() of texts and numbers, correctly rounded.
print(float(), float(5), float("1.5"), float(" -2e3\n"), float("1_0.5"), float(".5"), float("5."),
      float("1e5"), float("1E-5"), float("+1"), float(True), float(b"2.5"), float("٣.5"))
# expect: 0.0 5.0 1.5 -2000.0 10.5 0.5 5.0 100000.0 1e-05 1.0 1.0 2.5 3.5
print(float("inf"), float("-Infinity"), float("NaN"), float("+nan"), float("iNf"), float("1e400"),
      float("-1e400"), float("1e-400"), float("0e999999999999"))
# expect: inf -inf nan nan inf inf -inf 0.0 0.0
print(float("9007199254740993"), float("9007199254740992.99999999999999999999"),
      float("1.00000000000000011102230246251565"), float("1.00000000000000011102230246251566"),
      float("2.4703282292062327e-324"), float("2.4703282292062328e-324"),
      float("1.7976931348623158e308"), float("1.7976931348623159e308"))
# expect: 9007199254740992.0 9007199254740992.0 1.0 1.0000000000000002 0.0 5e-324 1.7976931348623157e+308 inf
print(float("8.41" + "0" * 50 + "1"), float("0." + "0" * 300 + "1e300"),
      float("123456789" * 5 + "e-40"), float(10 ** 22), float(2 ** 53 + 1), float(10 ** 308))
# expect: 8.41 0.1 12345.678912345678 1e+22 9007199254740992.0 1e+308
for bad in ("", " ", "a", "1e", "e5", ".", "1..2", "1_", "_1", "1__0", "0x1", "in", "infin", "1 2",
            "--1", "1e5.5", "nan1", "1\0", "--inf"):
    try:
        print(float(bad))
    except ValueError:
        print("ValueError", end=" ")
print()
# expect: ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError
for bad in (lambda: float(None), lambda: float([]), lambda: float(1j), lambda: float(10 ** 400),
            lambda: float("1", 2)):
    try:
        bad()
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: TypeError TypeError TypeError OverflowError TypeError
