# \r\n, \r and a missing last newline; a byte order mark.
for source in ("x = 1\r\ny = 2\r\n", "x = 1\ry = 2", "if 1:\r\n  x = 1\r\n  y = 2",
               "x = 1\n\ny = 2"):
    space = {}
    exec(source, space)
    print(space["x"], space["y"])
    # expect: 1 2
    # expect: 1 2
    # expect: 1 2
    # expect: 1 2
print(repr(eval("'''a\r\nb\rc'''")))  # expect: 'a\nb\nc'
exec(b"\xef\xbb\xbfz = '\xc3\xa9'")
print(z)  # expect: é
