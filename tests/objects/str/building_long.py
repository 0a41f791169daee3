# Long strings built in loops, joined and sliced.
s = ""
for i in range(20000):
    s += chr(97 + i % 26)
print(len(s), s[19998:], s.count("z"), s.rfind("abc"))  # expect: 20000 ef 769 19994
parts = [str(i) for i in range(10000)]
t = ",".join(parts)
print(len(t), t.split(",") == parts, t[-9:])  # expect: 48889 True 9998,9999
u = "é" * 10000
print(len(u), len(u.encode()), u[5000], u[9999:], u.replace("é", "ab")[:4])
# expect: 10000 20000 é é abab
print(sum(1 for c in u if c == "é"))  # expect: 10000
