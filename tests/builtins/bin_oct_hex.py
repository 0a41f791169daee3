# bin, oct, hex, also of objects with __index__.
print(bin(0), bin(5), bin(-5), oct(8), oct(-64), hex(255), hex(-16), bin(True), hex(10 ** 20))
# expect: 0b0 0b101 -0b101 0o10 -0o100 0xff -0x10 0b1 0x56bc75e2d63100000
class I:
    def __index__(self): return 12
print(bin(I()), oct(I()), hex(I()))  # expect: 0b1100 0o14 0xc
for bad in (1.5, "5", None):
    try:
        hex(bad)
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
