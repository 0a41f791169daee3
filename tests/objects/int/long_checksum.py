# Operators on ints from one to thousands of digits: a checksum per operator (Karatsuba, recursive division,
# halving conversions to and from text all take part).
import math
state = 11
def word():
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
    return state >> 32
def number(bits):
    n, kind = 0, word() % 3
    while n.bit_length() < bits:
        # random limbs, or long runs of ones and zeros, where carries travel
        n = n << 32 | word() if kind else n << word() % 99 + 1 | (1 << word() % 50) - 1 or 1
    return -n if word() & 1 else n
def checksum(values):
    h = 2166136261
    for v in values: h = (h * 16777619 ^ v % 0xfffffffb) & 0xffffffff
    return h
sizes = [40, 62, 63, 64, 65, 128, 300, 1300, 2600, 5200, 21000]
pairs = [(number(a), number(b)) for a in sizes for b in sizes for _ in range(3)]
print(checksum(a + b for a, b in pairs), checksum(a - b for a, b in pairs))
# expect: 402145942 3038116099
print(checksum(a * b for a, b in pairs), checksum(a * a for a, b in pairs))
# expect: 2420236647 2684031681
print(checksum(a // b for a, b in pairs), checksum(a % b for a, b in pairs))
# expect: 866070043 587698179
print(all(divmod(a, b) == (a // b, a % b) and a // b * b + a % b == a for a, b in pairs))
# expect: True
print(checksum(a & b for a, b in pairs), checksum(a | b for a, b in pairs),
      checksum(a ^ b for a, b in pairs), checksum(~a for a, b in pairs))
# expect: 4003012534 1052456202 2658120571 2347693699
print(checksum(a << b % 777 for a, b in pairs), checksum(a >> b % 777 for a, b in pairs))
# expect: 2124893357 4185490123
print(checksum(math.gcd(a, b) for a, b in pairs), checksum(math.gcd(a * b, b * 6) for a, b in pairs),
      checksum(math.isqrt(abs(a)) for a, b in pairs))  # expect: 3533695179 1701407500 3569455292
print(checksum(hash(a) for a, b in pairs), checksum(a.bit_count() for a, b in pairs))
# expect: 417625560 2896919104
print(checksum(pow(a, abs(b) % 999, 10 ** 40 + 7) for a, b in pairs),
      checksum(pow(a, b, 2 ** 127 - 1) for a, b in pairs[:99]))  # expect: 3591150939 2674452534
print(all(int(hex(a), 16) == a and int(oct(b), 0) == b for a, b in pairs))  # expect: True
print(checksum(a < b for a, b in pairs), checksum(a == -b for a, b in pairs))
# expect: 3241178107 2686949911
shorter = [p for p in pairs if abs(p[0]) < 10 ** 4000 and abs(p[1]) < 10 ** 4000]
print(checksum(ord(c) for a, b in shorter for c in str(a)), all(int(str(a)) == a for a, b in shorter))
# expect: 2099237221 True
print([a / b for a, b in pairs[::40] if -1000 < a.bit_length() - b.bit_length() < 1000])
# expect: [-0.03125000002864908, -0.8119820247996338, -2.80937511490064e-06, 4.824670384888175e+74, 0.26118487024062587]
print(checksum(int(float(a)) for a, b in pairs if a.bit_length() < 1024))  # expect: 1071685650
