# +, -, *, /, //, %, divmod, ** and their special values.
print(0.1 + 0.2, 1.5 - 3, 2.5 * 4, 7.0 / 2, 7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2,
      divmod(-7.5, 2), 2.0 ** 10, 2 ** -1, 4 ** 0.5, 1e308 * 10)
# expect: 0.30000000000000004 -1.5 10.0 3.5 3.0 -4.0 1.5 0.5 -0.5 (-4.0, 0.5) 1024.0 0.5 2.0 inf
inf, nan = float("inf"), float("nan")
print(inf - inf, inf * 0, inf + 1, -inf, nan + 1, inf // 1, 5 % inf, -5 % inf, 1 / inf, inf ** 0,
      nan ** 0, 1 ** nan, 0.0 * -1, -0.0 + 0, 5.0 // inf, -5.0 // inf)
# expect: nan nan inf -inf nan nan 5.0 inf 0.0 1.0 1.0 1.0 -0.0 0.0 0.0 -1.0
print(nan == nan, nan != nan, nan < 1, nan > 1, inf > 10 ** 400, inf == inf, -0.0 == 0.0,
      0.0 < -0.0, 1.0 == 1, max(1.0, nan), min(nan, 1.0) != min(nan, 1.0))
# expect: False True False False True True True False True 1.0 True
print(1e16 + 1, 1e16 + 2, 0.1 * 3, 1 - 0.9, 1e-320 / 10, 5e-324 / 2, 3.0 * 1e300 * 1e300,
      (-8.0) ** (1 / 3) != 2, (-2.0) ** 3, 1.1 ** 100, 5.0 % 3, 0.3 % 0.1, 1e20 % 3)
# expect: 1e+16 1.0000000000000002e+16 0.30000000000000004 0.09999999999999998 1e-321 0.0 inf True -8.0 13780.61233982238 2.0 0.09999999999999998 1.0
for bad in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0),
            lambda: 0.0 ** -1, lambda: 10.0 ** 400, lambda: 1.5 & 1, lambda: 1.5 + "x",
            lambda: 1.5 << 1):
    try:
        print(bad())
    except (ZeroDivisionError, OverflowError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: ZeroDivisionError ZeroDivisionError ZeroDivisionError ZeroDivisionError ZeroDivisionError OverflowError TypeError TypeError TypeError
