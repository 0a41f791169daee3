# A bytearray cannot change its size while a memoryview holds it.
a = bytearray(b"abc")
m = memoryview(a)
for action in ("a.append(1)", "a += b'x'", "del a[0]", "a.clear()", "a[0:1] = b'long'"):
    try:
        exec(action)
        print("done", action)
    except BufferError:
        print("BufferError")
        # expect: BufferError
        # expect: BufferError
        # expect: BufferError
        # expect: BufferError
        # expect: BufferError
a[0] = 65
a[1:3] = b"BC"
print(a, m.tobytes())  # expect: bytearray(b'ABC') b'ABC'
m.release()
a.append(68)
print(a)  # expect: bytearray(b'ABCD')
try:
    m[0]
except ValueError:
    print("ValueError")  # expect: ValueError
with memoryview(a) as v:
    print(v[0])  # expect: 65
a.pop()
print(a)  # expect: bytearray(b'ABC')
