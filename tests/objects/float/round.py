# round() to even, with digits, and of ints.
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999999, 1e20, 0.49999999999999994)],
      [type(round(2.5)).__name__, type(round(2.5, 0)).__name__])
# expect: [0, 2, 2, 0, -2, 2, 100000000000000000000, 0] ['int', 'float']
print([round(x, 2) for x in (2.675, 1.005, 0.125, 0.135, 1e300, -2.345, 5.015, 1.255)],
      round(1234.5678, -2), round(-1.5, 0), round(1e-5, 3), round(0.5, 0), round(2.5, None),
      round(5e15 + 0.5), round(1.5, 400), round(1e308, -400))
# expect: [2.67, 1.0, 0.12, 0.14, 1e+300, -2.35, 5.01, 1.25] 1200.0 -2.0 0.0 0.0 2 5000000000000000 1.5 0.0
print(round(15, -1), round(25, -1), round(-15, -1), round(1234567, -3), round(5, 3),
      round(10 ** 30 + 5 * 10 ** 9, -10), round(True), round(-0.3), round(44, -2), round(55, -2),
      round(50, -2), round(150, -2))
# expect: 20 20 -20 1235000 5 1000000000000000000000000000000 1 0 0 100 0 200
for bad in (lambda: round(float("inf")), lambda: round(float("nan")), lambda: round("x"),
            lambda: round(1.5, 1.5), lambda: round(1.5, "x"), lambda: round()):
    try:
        bad()
    except (OverflowError, ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print(round(float("inf"), 2), round(float("nan"), 1))
# expect: OverflowError ValueError TypeError TypeError TypeError TypeError inf nan
