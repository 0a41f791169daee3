# hex, fromhex, as_integer_ratio, is_integer, conjugate.
for v in (0.0, -0.0, 1.0, 0.1, -3.75, 1e300, 5e-324, float("inf"), float("nan")):
    print(v.hex(), v.is_integer(), end=" ")
    if v == v and abs(v) < 1e200: print(v.as_integer_ratio())
    else: print()
print([float.fromhex(s) for s in ("0x1.8p3", "1.8", "-0x.1p4", "inf", "nan", "0x1p-1074",
    " 0X1P+3 ", "0x1.fffffffffffff8p0", "a.b", "-0x0p0")])
print((2.5).conjugate(), (2.5).real, (2.5).imag, 1.5.__add__(1), (1.5).__eq__(1.5), (3.7).__int__(),
      (3.7).__trunc__(), (-3.7).__floor__(), (3.2).__ceil__(), (0.0).__bool__(),
      float.fromhex("0x1p0").__class__)
for bad in (lambda: float.fromhex("0x"), lambda: float.fromhex("g"),
            lambda: float.fromhex("0x1p5000"), lambda: float("inf").as_integer_ratio(),
            lambda: float("nan").as_integer_ratio(), lambda: float.fromhex("")):
    try:
        print(bad())
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, end=" ")
print()

# output:
# 0x0.0p+0 True (0, 1)
# -0x0.0p+0 True (0, 1)
# 0x1.0000000000000p+0 True (1, 1)
# 0x1.999999999999ap-4 False (3602879701896397, 36028797018963968)
# -0x1.e000000000000p+1 False (-15, 4)
# 0x1.7e43c8800759cp+996 True
# 0x0.0000000000001p-1022 False (1, 202402253307310618352495346718917307049556649764142118356901358027430339567995346891960383701437124495187077864316811911389808737385793476867013399940738509921517424276566361364466907742093216341239767678472745068562007483424692698618103355649159556340810056512358769552333414615230502532186327508646006263307707741093494784)
# inf False
# nan False
# [12.0, 1.5, -1.0, inf, nan, 5e-324, 8.0, 2.0, 10.6875, -0.0]
# 2.5 2.5 0.0 2.5 True 3 3 -4 4 False <class 'float'>
# ValueError ValueError OverflowError OverflowError ValueError ValueError
