# Many floats of all sizes: repr, formats and rounding, a checksum per kind.
import struct
state = 7
def bits():
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
    return state >> 16
def checksum(texts):
    h = 2166136261
    for c in "\n".join(texts): h = ((h ^ ord(c)) * 16777619) & 0xffffffff
    return h
floats = []
while len(floats) < 600:
    x = struct.unpack("<d", struct.pack("<Q", (bits() << 32 ^ bits()) & 0xffffffffffffffff))[0]
    if x == x and abs(x) != float("inf"): floats.append(x)
normal = [(bits() % 20000001 - 10000000) / 10 ** (bits() % 9) for _ in range(600)]
print(checksum(map(repr, floats)), checksum(map(repr, normal)),
      all(float(repr(x)) == x for x in floats + normal))  # expect: 3090789605 1672140533 True
for spec in (".0f", ".1f", ".2f", ".3f", ".6f", ".15f", ",.2f"): print(spec,
    checksum(format(x, spec) for x in normal))
# expect: .0f 3944419014
# expect: .1f 1696715318
# expect: .2f 620501516
# expect: .3f 2104127405
# expect: .6f 1640886885
# expect: .15f 3707421921
# expect: ,.2f 1597870624
for spec in ("e", ".0e", ".3e", ".16e", ".20e", "g", ".1g", ".3g", ".15g", ".17g",
             ".25g"): print(spec, checksum(format(x, spec) for x in floats),
                            checksum(format(x, spec) for x in normal))
             # expect: e 1523088585 177586946
             # expect: .0e 634052950 138282794
             # expect: .3e 2288928293 3085445397
             # expect: .16e 3152007634 3436117224
             # expect: .20e 1253274722 2566389958
             # expect: g 4249131882 3844552413
             # expect: .1g 3885543094 2836067825
             # expect: .3g 1975214887 1854012226
             # expect: .15g 3271751454 1559751505
             # expect: .17g 3666639789 3601176415
             # expect: .25g 2002420705 548934753
print(checksum(repr(round(x, d)) for x in normal for d in (-3, -1, 0, 1, 2, 5)),
      checksum(x.hex() for x in floats), sum(float.fromhex(x.hex()) == x for x in floats),
      checksum(str(int(x)) for x in normal), checksum(str(x.as_integer_ratio()) for x in normal))
# expect: 592556646 3178350257 600 755418256 1034150957
