# //, %, divmod with all signs, small and big; they round down.
for a in (7, -7, 0, 10 ** 30 + 1, -10 ** 30 - 1):
    for b in (3, -3, 10 ** 15, -10 ** 15 - 7, 10 ** 40):
        q, r = divmod(a, b)
        print(q, r, a // b == q, a % b == r, q * b + r == a, end="; ")
    print()
    # expect: 2 1 True True True; -3 -2 True True True; 0 7 True True True; -1 -1000000000000000 True True True; 0 7 True True True;
    # expect: -3 2 True True True; 2 -1 True True True; -1 999999999999993 True True True; 0 -7 True True True; -1 9999999999999999999999999999999999999993 True True True;
    # expect: 0 0 True True True; 0 0 True True True; 0 0 True True True; 0 0 True True True; 0 0 True True True;
    # expect: 333333333333333333333333333333 2 True True True; -333333333333333333333333333334 -1 True True True; 1000000000000000 1 True True True; -999999999999994 -999999999999957 True True True; 0 1000000000000000000000000000001 True True True;
    # expect: -333333333333333333333333333334 1 True True True; 333333333333333333333333333333 -2 True True True; -1000000000000001 999999999999999 True True True; 999999999999993 -50 True True True; -1 9999999998999999999999999999999999999999 True True True;
print(10 ** 50 // 10 ** 49, (10 ** 50 + 5) % 10 ** 49, -1 // 10 ** 30, -1 % 10 ** 30,
      (2 ** 200 - 1) // (2 ** 100 + 1), 2 ** 128 % (2 ** 64 - 59))
# expect: 10 5 -1 999999999999999999999999999999 1267650600228229401496703205375 3481
print(7 / 2, 10 ** 30 / 10 ** 29, 10 ** 400 / 10 ** 399, 1 / 3, -7 / 2, 2 ** 60 / 3,
      (2 ** 70 + 1) / 2 ** 70, 10 ** 22 / 10 ** 23)
# expect: 3.5 10.0 10.0 0.3333333333333333 -3.5 3.843071682022823e+17 1.0 0.1
for bad in (lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: 1 / 0,
            lambda: 10 ** 30 // 0, lambda: 10 ** 400 / 3, lambda: 10 ** 30 % 0):
    try:
        bad()
    except (ZeroDivisionError, OverflowError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: ZeroDivisionError ZeroDivisionError ZeroDivisionError ZeroDivisionError ZeroDivisionError OverflowError ZeroDivisionError
