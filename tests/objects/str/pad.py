# center, ljust, rjust, zfill.
print(["a".center(4), "ab".center(5), "a".center(5, "*"), "abc".center(2), "".center(3, "-")])
# expect: [' a  ', '  ab ', '**a**', 'abc', '---']
print(["a".ljust(3) + "|", "a".rjust(3, "."), "日".rjust(3, "é"), "a".ljust(-1)])
# expect: ['a  |', '..a', 'éé日', 'a']
print("5".zfill(3), "-5".zfill(4), "+5".zfill(1), "".zfill(2), "--5".zfill(5), "abc".zfill(5),
      "-".zfill(3))  # expect: 005 -005 +5 00 -00-5 00abc -00
for bad in (lambda: "a".center(5, "xx"), lambda: "a".ljust("5"), lambda: "a".rjust(5, "")):
    try:
        bad()
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
