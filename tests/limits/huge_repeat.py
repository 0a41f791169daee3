# Requests for more memory than there is: MemoryError or OverflowError, then all goes on.
def attempt(f):
    try:
        f()
        return "made"
    except (MemoryError, OverflowError):
        return "refused"
huge = 10 ** 15
print(attempt(lambda: "x" * huge), attempt(lambda: b"x" * huge), attempt(lambda: [0] * huge),
      attempt(lambda: (0,) * huge), attempt(lambda: bytearray(b"ab") * huge),
      attempt(lambda: bytes(huge)), attempt(lambda: bytearray(huge)))
# expect: refused refused refused refused refused refused refused
print(attempt(lambda: "x".center(huge)), attempt(lambda: "x".ljust(huge)),
      attempt(lambda: "5".zfill(huge)), attempt(lambda: "%*d" % (huge, 5)),
      attempt(lambda: "\t".expandtabs(huge)), attempt(lambda: "x" * 10 ** 30),
      attempt(lambda: [1] * 10 ** 30), attempt(lambda: bytes(10 ** 30)))
# expect: refused refused refused refused refused refused refused refused
print(attempt(lambda: 1 << huge * 100), attempt(lambda: (5).to_bytes(huge, "big")))
# expect: refused refused
def in_place():
    a = [1, 2]
    a *= huge
print(attempt(in_place), [1] * 3, "y" * 4)  # expect: refused [1, 1, 1] yyyy
