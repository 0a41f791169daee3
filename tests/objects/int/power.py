# ** and pow() with modulus.
print(2 ** 10, 2 ** 0, 0 ** 0, (-2) ** 3, 2 ** -2, 10 ** 30, 3 ** 100, (-7) ** 31, 1 ** 10 ** 20,
      (-1) ** (10 ** 20 + 1), 0 ** 5)
# expect: 1024 1 1 -8 0.25 1000000000000000000000000000000 515377520732011331036461129765621272702107522001 -157775382034845806615042743 1 -1 0
print(pow(2, 10), pow(2, 100, 7), pow(3, -1, 7), pow(2, 5, -3), pow(10 ** 20, 10 ** 5, 10 ** 9 + 7),
      pow(5, 0, 1), pow(-3, 3, 10), pow(7, -2, 10 ** 9 + 7))
# expect: 1024 2 5 -1 473433273 0 3 448979595
p = 2 ** 127 - 1
print(pow(3, p - 1, p), pow(12345, p - 2, p) * 12345 % p, pow(2, 1000, 10 ** 10))
# expect: 1 1 5668069376
print(2 ** 0.5, 2.0 ** 3, abs((-8) ** (1 / 3) - (1 + 3 ** 0.5 * 1j)) < 1e-12, 10 ** -400 == 0.0,
      pow(2, 3, mod=5))  # expect: 1.4142135623730951 8.0 True True 3
for bad in (lambda: 0 ** -1, lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: pow(2.0, 3, 5),
            lambda: 2 ** "x", lambda: 0.0 ** -1):
    try:
        print(bad())
    except (ZeroDivisionError, ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: ZeroDivisionError ValueError ValueError TypeError TypeError ZeroDivisionError
