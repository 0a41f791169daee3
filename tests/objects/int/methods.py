# bit_length, bit_count, as_integer_ratio, conjugate, real, imag, numerator.
for n in (0, 1, -1, 255, 256, -256, 2 ** 62, 2 ** 63, -2 ** 64, 10 ** 30):
    print(n.bit_length(), n.bit_count(), n.as_integer_ratio(), n.conjugate() == n, n.real == n,
          n.imag, n.numerator == n, n.denominator)
    # expect: 0 0 (0, 1) True True 0 True 1
    # expect: 1 1 (1, 1) True True 0 True 1
    # expect: 1 1 (-1, 1) True True 0 True 1
    # expect: 8 8 (255, 1) True True 0 True 1
    # expect: 9 1 (256, 1) True True 0 True 1
    # expect: 9 1 (-256, 1) True True 0 True 1
    # expect: 63 1 (4611686018427387904, 1) True True 0 True 1
    # expect: 64 1 (9223372036854775808, 1) True True 0 True 1
    # expect: 65 1 (-18446744073709551616, 1) True True 0 True 1
    # expect: 100 37 (1000000000000000000000000000000, 1) True True 0 True 1
print((5).__add__(3), (5).__radd__(2), (5).__neg__(), (5).__eq__(5), (5).__lt__("x"),
      (5).__bool__(), (5).__index__(), (7).__divmod__(2), (-5).__abs__())
# expect: 8 7 -5 True NotImplemented True 5 (3, 1) 5
print(int.__add__(1, 2), True.bit_length(), (5).__class__, (0).__hash__() == hash(0),
      int.from_bytes.__name__)  # expect: 3 1 <class 'int'> True from_bytes
