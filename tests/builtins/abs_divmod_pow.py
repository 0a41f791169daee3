# abs, divmod and pow of all numbers.
print(abs(-5), abs(5.5), abs(-10 ** 30), abs(3 + 4j), abs(True), abs(-0.0), abs(float("-inf")))
# expect: 5 5.5 1000000000000000000000000000000 5.0 1 0.0 inf
print(divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), divmod(10 ** 20, 7), divmod(True, 2))
# expect: (3, 1) (-4, 1) (3.0, 1.5) (14285714285714285714, 2) (0, 1)
print(pow(2, 3), pow(2, -1), pow(2.5, 2), pow(3, 4, 5), pow(2, 0.5), pow(1j, 2), pow(base=2, exp=5),
      pow(2, 5, mod=7))  # expect: 8 0.5 6.25 1 1.4142135623730951 (-1+0j) 32 4
for bad in (lambda: abs("x"), lambda: divmod(1, "x"), lambda: pow("a", 2), lambda: abs(),
            lambda: divmod(1j, 2)):
    try:
        bad()
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
