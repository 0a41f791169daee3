# Large lists: append, insert at both ends, pop, slices.
a = []
for i in range(30000): a.append(i)
print(len(a), a[12345], sum(a))  # expect: 30000 12345 449985000
while len(a) > 10: a.pop()
print(a)  # expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
for i in range(300): a.insert(0, -i)
print(len(a), a[0], a[299], a[300])  # expect: 310 -299 0 0
b = list(range(10000))
del b[10:9990]
print(b, len([None] * 100000), ([1, 2, 3] * 10000)[29999])
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9990, 9991, 9992, 9993, 9994, 9995, 9996, 9997, 9998, 9999] 100000 3
