# str, repr, hex, oct, bin and int() of big numbers agree.
n = 7 ** 400
s = str(n)
print(len(s), s[:20], s[-20:], int(s) == n, int(hex(n), 16) == n, int(bin(n), 2) == n,
      int(oct(n), 0) == n, str(-n) == "-" + s)
# expect: 339 10945006043361130854 06097994729312240001 True True True True True
print(hex(2 ** 100), bin(2 ** 65), oct(-2 ** 70), hex(-255), bin(0), "%d" % n == s,
      f"{n:x}" == hex(n)[2:], f"{n:,}"[:14], repr(n) == s)
# expect: 0x10000000000000000000000000 0b100000000000000000000000000000000000000000000000000000000000000000 -0o200000000000000000000000 -0xff 0b0 True True 109,450,060,43 True
m = int("123456789" * 50)
print(str(m) == "123456789" * 50, m % 1000, len(str(10 ** 1000)), str(10 ** 1000 - 1) == "9" * 1000,
      int("0" * 100 + "7"))  # expect: True 789 1001 True 7
b = 0
for c in "98765432109876543210" * 10: b = b * 10 + int(c)
print(str(b) == "98765432109876543210" * 10)  # expect: True
