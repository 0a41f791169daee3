# Forms of integer, float and imaginary literals.
print(0, 00, 1_000_000, 0x_ff, 0XFF, 0o17, 0O17, 0b101, 0B1_1)
# expect: 0 0 1000000 255 255 15 15 5 3
print(1., .5, 1e3, 1E-3, 1_0.0_1, 1e1_0, 0e0, 0.1e+2)
# expect: 1.0 0.5 1000.0 0.001 10.01 10000000000.0 0.0 10.0
print(1j, 2.5J, 1e2j, 0j, 1_0j)  # expect: 1j 2.5j 100j 0j 10j
print(123456789012345678901234567890, 0xffffffffffffffffffff)
# expect: 123456789012345678901234567890 1208925819614629174706175
print(1if 1else 2)  # expect: 1
print(0xfor 1)  # expect: 15
refused = 0
for bad in ("012", "1__0", "1_", "0x", "0b2", "0o8", "1e", "1_.0", "0_x1", "1a"):
    try:
        eval(bad)
        print(bad)
    except SyntaxError:
        refused += 1
print(refused, "refused")  # expect: 10 refused
