# Slices of strings, lists and tuples with all signs of start, stop and step.
s = "abcdefg"
print(s[2:5], s[:3], s[4:], s[:], s[-3:], s[:-3], s[-5:-2])
# expect: cde abc efg abcdefg efg abcd cde
print(s[::2], s[1::2], s[::-1], s[5:1:-2], s[-1:-8:-3], s[::-3])
# expect: aceg bdf gfedcba fd gda gda
print(repr(s[5:2]), s[100:], s[-100:2], s[2:100], s[100::-1])  # expect: ''  ab cdefg gfedcba
print(list(range(10))[8:2:-2], (1, 2, 3)[::-1], b"hello"[1:4])  # expect: [8, 6, 4] (3, 2, 1) b'ell'
class Index:
    def __index__(self): return 2
print(s[Index()], s[Index():], s[:True])  # expect: c cdefg a
print(s[None:None:None], s[:-1][1:])  # expect: abcdefg bcdef
for bad in (lambda: s[::0], lambda: s["a":], lambda: s[1.0:2]):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
        # expect: ValueError
        # expect: TypeError
        # expect: TypeError
