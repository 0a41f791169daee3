"""The formats f and F write large numbers in full, as CPython does.

Cause: MicroPython goes over to exponents.
Workaround: Use the format e or g.
MicroPython's tests: float/float_format_ftoe.
"""
print("%.2f" % 8.888e32)  # expect: 888800000000000060232471035248640.00
