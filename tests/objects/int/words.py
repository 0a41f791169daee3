# Operators around one machine word, where ints leave the value itself and bignums of one or two limbs begin.
values = [0, 1, -1, 5, 63, 64, 2 ** 32 - 1, 2 ** 32, 2 ** 62 - 1, 2 ** 62, 2 ** 63 - 1, 2 ** 63, 2 ** 64 - 1, 2 ** 64,
          -2 ** 62, -2 ** 62 - 1, -2 ** 63, -2 ** 64, -2 ** 64 + 1, 2 ** 65 + 3, 3 ** 50, -3 ** 50, True, False]
class Int(int): pass
values += [Int(7), Int(2 ** 63)]
def total(numbers):
    h = 0
    for n in numbers: h = (h * 31 + n) % 1000000007
    return h
pairs = [(a, b) for a in values for b in values]
print(total(a + b for a, b in pairs), total(a - b for a, b in pairs), total(a * b for a, b in pairs))
# expect: 533013893 438947586 790948904
print(total(a & b for a, b in pairs), total(a | b for a, b in pairs), total(a ^ b for a, b in pairs))
# expect: 959088986 573924914 614835935
def inplace(a, b):
    x = y = z = a
    x &= b
    y *= b
    z ^= b
    return x + y + z
print(total(inplace(a, b) for a, b in pairs))
# expect: 364873811
print(total(a << 1 for a in values), total(a << 13 for a in values), total(a << 63 for a in values),
      total(a << 64 for a in values), total(a << 70 for a in values))
# expect: 282665702 798707293 168638221 337276442 585692141
print(total(a >> 1 for a in values), total(a >> 30 for a in values), total(a >> 63 for a in values),
      total(a >> 64 for a in values), total(a >> 100 for a in values))
# expect: 331229433 297532350 731704229 154406217 884493397
print(total(a & 255 for a in values), total(a & -256 for a in values), total(a & 0xFFFFFFFFFFFFFFFF for a in values),
      total(a * 0xBF58476D1CE4E5B9 for a in values), total(a + 0x9E3779B97F4A7C15 for a in values),
      total(a ^ 0x94D049BB133111EB for a in values), total(a | 0x94D049BB133111EB for a in values))
# expect: 622774542 518558316 502857860 621368391 53183326 877282282 552113479
print(type(Int(2 ** 63) & 2 ** 63).__name__, True & 1, True & True, True ^ 2 ** 63)
# expect: int 1 True 9223372036854775809
