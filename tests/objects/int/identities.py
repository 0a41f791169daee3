# Laws of integer arithmetic on many numbers of all sizes and signs.
state = 3
def random(n):
    global state
    r = 0
    for _ in range(n):
        state = (state * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
        r = r << 32 | state >> 32
    return r
sizes = [0, 1, 1, 2, 2, 3, 4, 7, 20, 60]
wrong, total = [], 0
for i in range(700):
    a, b, c = (random(sizes[random(1) % 10]) * (1 - 2 * (random(1) & 1)) >> random(1) % 40
               for _ in range(3))
    s = random(1) % 150
    checks = [(a + b) - b == a, a * (b + c) == a * b + a * c, (a - b) * (a + b) == a * a - b * b,
              -(-a) == a, abs(a) >= 0,
              int(str(a)) == a, int(hex(a), 16) == a, int(bin(a), 2) == a, int(oct(a), 8) == a,
              (a << s) >> s == a, a << s == a * 2 ** s, a >> s == a // 2 ** s,
              a & b == ~(~a | ~b), a ^ b == (a | b) - (a & b), (a & b) + (a | b) == a + b,
              ~a == -a - 1, a & a == a, a ^ a == 0,
              (a < b) == (b - a > 0), (a == b) == (a - b == 0),
              a.bit_length() == len(bin(abs(a))) - 2 if a else True, hash(a) == hash(a + b - b)]
    if b:
        q, r = divmod(a, b)
        checks += [q * b + r == a, abs(r) < abs(b), r == 0 or (r < 0) == (b < 0), a // b == q,
                   a % b == r, (a * b) // b == a, (a * b) % b == 0]
        m = abs(b) + 1
        checks += [pow(a, 5, m) == a ** 5 % m, (a + c) % m == (a % m + c % m) % m]
    n = (a.bit_length() + 15) // 8
    checks += [int.from_bytes(a.to_bytes(n, "little", signed=True), "little", signed=True) == a]
    if not all(checks): wrong.append((a, b, c, [j for j, ok in enumerate(checks) if not ok]))
    total = (total * 31 + a * b - c) % (10 ** 18 + 9)
print(wrong, total)  # expect: [] 507697561223695823
