# needs: directory
# open: writing, reading, appending text and bytes; with closes.
with open("t.txt", "w") as f:
    print(f.write("first\nsecond\n"), f.write("é日"))  # expect: 13 2
    print("printed", 5, sep="-", file=f)
with open("t.txt") as f:
    print(f.read(3), repr(f.readline()), f.readlines(), repr(f.read()))
    # expect: fir 'st\n' ['second\n', 'é日printed-5\n'] ''
with open("t.txt", "a") as f: f.write("end")
print([line.rstrip() for line in open("t.txt")], repr(open("t.txt").read()[-10:]))
# expect: ['first', 'second', 'é日printed-5', 'end'] 'nted-5\nend'
with open("b.bin", "wb") as f: print(f.write(bytes(range(5))))  # expect: 5
with open("b.bin", "rb") as f:
    print(f.read(2), f.tell(), f.seek(1), f.read(), f.seek(-2, 2), f.read(), f.read())
    # expect: b'\x00\x01' 2 1 b'\x01\x02\x03\x04' 3 b'\x03\x04' b''
with open("b.bin", "r+b") as f:
    f.seek(2)
    f.write(b"XY")
    f.seek(0)
    print(f.read())  # expect: b'\x00\x01XY\x04'
    buffer = bytearray(3)
    f.seek(0)
    print(f.readinto(buffer), buffer)  # expect: 3 bytearray(b'\x00\x01X')
try:
    f.read()
except ValueError:
    print("ValueError")  # expect: ValueError
