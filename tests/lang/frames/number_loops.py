# Loops whose numbers grow from small to big ints, and change between int and float.
def grow():
    n, out = 1, []
    for i in range(70):
        n = n * 2 + 1
        if i % 9 == 0: out.append(n)
    for i in range(70): n = n // 2
    return out, n
print(grow())
# expect: ([3, 2047, 1048575, 536870911, 274877906943, 140737488355327, 72057594037927935, 36893488147419103231], 1)
def down():
    n = 4611686018427387900
    for i in range(10): n += 1
    for i in range(20): n -= 1
    m = -4611686018427387900
    for i in range(10): m -= 1
    for i in range(20): m += 1
    return n, m
print(down())  # expect: (4611686018427387890, -4611686018427387890)
def change():
    x, out = 0, []
    for i in range(12):
        x += 1 if i < 4 else 0.5 if i < 8 else 2 ** 62
        out.append(x)
    return out
print(change())
# expect: [1, 2, 3, 4, 4.5, 5.0, 5.5, 6.0, 4.611686018427388e+18, 9.223372036854776e+18, 1.3835058055282164e+19, 1.8446744073709552e+19]
def while_(limit, step):
    i = n = 0
    while i < limit:
        i += step
        n += 1
    return i, n
print(while_(10, 3), while_(1.0, 0.25), while_(2 ** 65, 2 ** 61), while_(5, 0.5), while_(2.5, 1),
      while_(True, True))
# expect: (12, 4) (1.0, 4) (36893488147419103232, 16) (5.0, 10) (3, 3) (1, 1)
def hash_(data):
    h = 14695981039346656037
    for b in data: h = ((h ^ b) * 1099511628211) & 0xffffffffffffffff
    return h
print(hash_(b"hello world"), hash_(range(256)))  # expect: 8618312879776256743 4774620800949106213
def lcg(n):
    x = 1
    for _ in range(n): x = (x * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    return x
print(lcg(1000))  # expect: 17660865281050590889
