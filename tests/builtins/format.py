# format() with and without a specification.
print(format(5), format(5, "04d"), format("a", ">3"), format(2.5, ".2f"), format(None),
      format([1], ""), format(10 ** 20, ","), format(True, "d"), format(1j, ".1f"))
# expect: 5 0005   a 2.50 None [1] 100,000,000,000,000,000,000 1 0.0+1.0j
for bad in (lambda: format([1], "5"), lambda: format(None, "x"), lambda: format(5, 5),
            lambda: format(5, "q"), lambda: format()):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: ValueError
        # expect: TypeError
