# Several simple statements on one line, after a colon too.
a = 1; b = 2; print(a, b)  # expect: 1 2
if a: a += 1; b += 1; print(a, b)  # expect: 2 3
for i in range(2): print(i); a += i
# expect: 0
# expect: 1
while a < 5: a += 1; b = a
else: print(b);  # expect: 5
def f(x): x += 1; return x
print(f(1))  # expect: 2
class C: x = 1; y = 2
print(C.x + C.y)  # expect: 3
