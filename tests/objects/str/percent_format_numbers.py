# % formatting of numbers.
print("%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o" % (42, 42, 42, 42, 42, 42, 255, 255, 255, 8, 8))
# expect: 42|   42|42   |00042|+42| 42|ff|FF|0xff|10|0o10
print("%d %i %u %d" % (-5, 3.99, 7, True), "%d" % 10 ** 1, "%d" % (10 ** 30), "%x" % -255,
      "%.5d" % 42, "%+.3d" % 7)
# expect: -5 3 7 1 10 1000000000000000000000000000000 -ff 00042 +007
print("%f|%.2f|%10.3f|%-10.1f|%+f|%e|%.3E|%g|%G" % (3.14159, 2.5, 3.14159, 2.55, 1.0, 12345.678,
    0.00012, 1e-5, 1e20))
# expect: 3.141590|2.50|     3.142|2.5       |+1.000000|1.234568e+04|1.200E-04|1e-05|1E+20
print("%g %g %g %#g %.3g %010.2f % .1f %.0f %.0f" % (100000, 1e6, 0.0001, 1.0, 1234.5, -3.14159,
    2.25, 0.5, 1.5))  # expect: 100000 1e+06 0.0001 1.00000 1.23e+03 -000003.14  2.2 0 2
print("%f %e %g %F" % (float("inf"), float("nan"), -float("inf"), float("inf")), "%5.1f%%" % 99.5)
# expect: inf nan -inf INF  99.5%
print("%c%c%c" % (65, "b", 0x65e5), "%5c|%-3c|" % ("x", "y"))  # expect: Ab日     x|y  |
for bad in ("%d" , "%x", "%c"):
    try:
        bad % "text"
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
