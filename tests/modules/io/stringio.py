# StringIO: reading, writing, seeking, lines.
import io
f = io.StringIO("first\nsecond\nthird")
print(repr(f.read(3)), repr(f.readline()), f.tell(), f.readlines(), repr(f.read()), f.seek(0),
      f.read(), f.getvalue() == "first\nsecond\nthird")
# expect: 'fir' 'st\n' 6 ['second\n', 'third'] '' 0 first
# expect: second
# expect: third True
f.seek(0)
print([line for line in f], f.seek(2), f.readline(2), f.readable(), f.writable(), f.seekable(),
      f.closed)  # expect: ['first\n', 'second\n', 'third'] 2 rs True True True False
g = io.StringIO()
print(g.write("hello"), g.write(""), g.getvalue(), g.seek(1), g.write("EY"), g.getvalue(), g.tell(),
      g.seek(0, 2), g.write("é!"), g.getvalue(), g.truncate(3), g.getvalue())
# expect: 5 0 hello 1 2 hEYlo 3 5 2 hEYloé! 3 hEY
g.seek(0); g.writelines(["a", "b"]); print(g.getvalue(), repr(g.read(1)),
    repr(io.StringIO("x").read(-1)), repr(io.StringIO("ab").read(None)))  # expect: abY 'Y' 'x' 'ab'
print("to it", file=g); print(repr(g.getvalue()), io.StringIO("a\r\nb\rc").read() == "a\r\nb\rc")
# expect: 'abYto it\n' True
with io.StringIO("w") as h: print(h.read())  # expect: w
for bad in (lambda: h.read(), lambda: g.write(b"x"), lambda: g.seek(-1), lambda: io.StringIO(5.0),
            lambda: g.seek(1, 1), lambda: h.getvalue()):
    try:
        print(bad())
    except (ValueError, TypeError, OSError) as e:
        print("refused", end=" ")
print()  # expect: refused refused refused refused refused refused
