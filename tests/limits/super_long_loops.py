# Loops of many rounds end in reasonable time.
n = 0
for i in range(300000):
    if i & 1: n += i
    else: n -= 1
print(n)  # expect: 22499850000
i = 0
while i < 300000: i += 3
print(i, sum(1 for _ in range(100000)), len([0 for a in range(300) for b in range(300)]))
# expect: 300000 100000 90000
