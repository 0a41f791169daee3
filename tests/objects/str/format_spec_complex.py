# Format specifications of complex numbers.
z = 1.5 - 2j
print([format(z, s) for s in ("", ".2f", "10", "<15", "g", "+.1e", ",", ">12.1f")])
# expect: ['(1.5-2j)', '1.50-2.00j', '  (1.5-2j)', '(1.5-2j)       ', '1.5-2j', '+1.5e+00-2.0e+00j', '(1.5-2j)', '    1.5-2.0j']
print(format(0j), format(complex(0, -0.0)), format(1j, ".1f"), format(complex("nan"), "f"))
# expect: 0j -0j 0.0+1.0j nan+0.000000j
for bad in ("05", "=10", "%", "d", "s"):
    try:
        print(format(z, bad))
    except ValueError:
        print("ValueError", end=" ")
print()  # expect: ValueError ValueError ValueError ValueError ValueError
