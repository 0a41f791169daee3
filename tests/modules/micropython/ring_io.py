# RingIO: a queue of bytes of a fixed size that is a stream.
# micropython
from micropython import RingIO
r = RingIO(5)
print(r.any(), r.read(), r.readline())          # expect: 0 b'' b''
print(r.write(b"ab\ncdef"), r.any())            # expect: 5 5
print(r.write(b"x"), r.read(1), r.readline())   # expect: 0 b'a' b'b\n'
print(r.write(bytearray(b"efgh")), r.any())     # expect: 3 5
buf = bytearray(4)
print(r.readinto(buf), buf, r.any())            # expect: 4 bytearray(b'cdef') 1
print(r.readinto(buf, 2), buf, r.read())        # expect: 1 bytearray(b'gdef') b''
print(r.write(b"1\n2\n"), r.readline(1), r.readline(1), r.readline(9), r.read(0), r.any())
# expect: 4 b'1' b'\n' b'2\n' b'' 0
own = bytearray(4)
q = RingIO(own)
print(q.write(b"wxyz"), own[:3], q.read(), q.close())  # expect: 3 bytearray(b'wxy') b'wxy' None
n = 0
for i in range(50):
    q.write(bytes([i]))
    n += q.read()[0] == i
print(n)  # expect: 50
for wrong in (0, -1, bytearray(1)):
    try: RingIO(wrong)
    except ValueError: print("ValueError")
# expect: ValueError
# expect: ValueError
# expect: ValueError
