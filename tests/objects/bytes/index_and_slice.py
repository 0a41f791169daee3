# Items are ints, slices are bytes.
b = b"hello"
print(b[0], b[-1], b[1:3], b[::-1], b[::2], list(b), len(b), b[10:])
# expect: 104 111 b'el' b'olleh' b'hlo' [104, 101, 108, 108, 111] 5 b''
a, *rest = b
print(a, rest, 104 in b, b"ell" in b, b"x" not in b, max(b), sum(b), sorted(b"cab"))
# expect: 104 [101, 108, 108, 111] True True True 111 532 [97, 98, 99]
for bad in (lambda: b[5], lambda: b["0"], lambda: "h" in b, lambda: 300 in b):
    try:
        print(bad())
    except (IndexError, TypeError, ValueError) as e:
        print(type(e).__name__)
        # expect: IndexError
        # expect: TypeError
        # expect: TypeError
        # expect: ValueError
try:
    b[0] = 1
except TypeError:
    print("TypeError")  # expect: TypeError
