# Changing a set during iteration raises RuntimeError.
s = set(range(10))
try:
    for x in s: s.add(x + 100)
except RuntimeError:
    print("RuntimeError")  # expect: RuntimeError
s = set(range(10))
try:
    for x in s: s.discard(x)
except RuntimeError:
    print("RuntimeError")  # expect: RuntimeError
for x in list(s): s.discard(x)
print(s)  # expect: set()
big = set()
for i in range(10000): big.add(i * i % 7919)
print(len(big), sum(big), 4 in big, max(big))  # expect: 3960 15291589 True 7912
for i in range(0, 7919, 2): big.discard(i)
print(len(big), all(x % 2 for x in big))  # expect: 1931 True
