# BytesIO: reading, writing, seeking, buffers.
import io
f = io.BytesIO(b"line1\nline2\n\x00\xff")
print(f.read(2), f.readline(), f.readlines(), f.read(), f.seek(-3, 2), f.read(1), f.seek(-1, 1),
      f.read(1), f.tell(), f.seek(0), f.getvalue())
# expect: b'li' b'ne1\n' [b'line2\n', b'\x00\xff'] b'' 11 b'\n' 11 b'\n' 12 0 b'line1\nline2\n\x00\xff'
b = bytearray(4)
print(f.readinto(b), b, f.read1(2), list(io.BytesIO(b"a\nb")), f.getbuffer()[0])
# expect: 4 bytearray(b'line') b'1\n' [b'a\n', b'b'] 108
g = io.BytesIO()
print(g.write(b"abc"), g.write(bytearray(b"d")), g.write(memoryview(b"e")), g.getvalue(), g.seek(8),
      g.write(b"x"), g.getvalue(), g.truncate(2), g.getvalue(), g.seek(0), g.read())
# expect: 3 1 1 b'abcde' 8 1 b'abcde\x00\x00\x00x' 2 b'ab' 0 b'ab'
g.writelines([b"1", b"2"]); print(g.getvalue())  # expect: b'ab12'
with io.BytesIO(bytearray(b"ba")) as h: print(h.read(-1))  # expect: b'ba'
for bad in (lambda: h.read(), lambda: g.write("text"), lambda: io.BytesIO("text"),
            lambda: g.seek(-5), lambda: g.write(5)):
    try:
        print(bad())
    except (ValueError, TypeError, OSError) as e:
        print("refused", end=" ")
print()  # expect: refused refused refused refused refused
