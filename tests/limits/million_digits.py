# Ints of very many digits from text and back.
s = "1234567890" * 3000
n = int(s)
print(n % 10 ** 12, len(str(n)), str(n) == s, (n + 1) - n, n.bit_length())
# expect: 901234567890 30000 True 1 99655
h = int("f" * 50000, 16)
print(h.bit_length(), h + 1 == 1 << 200000, hex(h)[:6], len(bin(h)))
# expect: 200000 True 0xffff 200002
print(int("0" * 100000 + "5"), int("-" + "9" * 5000) + 10 ** 5000)  # expect: 5 1
