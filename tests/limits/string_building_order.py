# Appending, joining and slicing big texts and lists does not take quadratic time.
s = ""
for i in range(100000): s += "ab"
b = b""
for i in range(2000): b += b"xyz"
a = []
for i in range(100000): a += [i]
t = ()
for i in range(500): t += (i,)
print(len(s), len(b), len(a), len(t), s.count("ba"), len(s.replace("a", "")),
      len("".join(reversed(s))), s.find("bb"), len(s.split("b")))
# expect: 200000 6000 100000 500 99999 100000 200000 -1 100001
