# Large powers and shifts that still fit; formats of huge width are refused.
n = 3 ** 20000
print(n % 10 ** 9, n.bit_length(), len(str(n)), str(n)[:10], int(str(n)) == n)
# expect: 104400001 31700 9543 2661303427 True
m = 1 << 200000
print(m.bit_length(), (m - 1).bit_count(), m >> 199999, (m * m).bit_length(), len(hex(m)),
      m // (m >> 3), m % 1000003)  # expect: 200001 200000 2 400001 50003 8 860770
print((10 ** 3000) // (10 ** 2990), len(str(7 ** 5000 // 3 ** 100)), pow(3, 10 ** 100, 10 ** 9),
      10 ** 400 > 1e308)  # expect: 10000000000 4178 1 True
for bad in (lambda: float(n), lambda: n / 1, lambda: 1.0 + n, lambda: "%f" % n,
            lambda: 2.0 ** 100000, lambda: int("1" * 10 + "x" * 1000),
            lambda: round(1e300 * 1e300)):
    try:
        print(bad())
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: OverflowError OverflowError OverflowError OverflowError OverflowError ValueError OverflowError
