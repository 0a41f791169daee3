# A bytearray grows by appending and extending with itself.
a = bytearray()
for i in range(5000):
    a.append(i & 255)
print(len(a), a[255], a[256], sum(a))  # expect: 5000 255 0 629340
a += bytes(a)
a.extend(a[:10])
print(len(a), a[-1], a.find(b"\x09\x0a"), a.count(0))  # expect: 10010 9 9 41
while len(a) > 100:
    del a[:3000]
print(len(a))  # expect: 0
a.extend(x for x in range(5))
print(a[-5:])  # expect: bytearray(b'\x00\x01\x02\x03\x04')
