# Format specifications of integers.
specs = ["", "d", "5", "<5", "^5", "05", "+", " ", "+05d", "x", "X", "#x", "#X", "o", "#o", "b",
         "#b", "#010b", "_b", "_x", ",", "_", "15,", "015,", "c",
         "=+6", "*=+6", "*<6", "e", ".2e", "f", ".1f", "g", "%", "n", "+,d", ">+8,", "010_", "z.1f"]
for s in specs:
    print(s.rjust(6), [format(v, s) if s != "c" or 0 < v < 10000 else "" for v in (0, 42,
        -1234567)])
    # expect:        ['0', '42', '-1234567']
    # expect:      d ['0', '42', '-1234567']
    # expect:      5 ['    0', '   42', '-1234567']
    # expect:     <5 ['0    ', '42   ', '-1234567']
    # expect:     ^5 ['  0  ', ' 42  ', '-1234567']
    # expect:     05 ['00000', '00042', '-1234567']
    # expect:      + ['+0', '+42', '-1234567']
    # expect:        [' 0', ' 42', '-1234567']
    # expect:   +05d ['+0000', '+0042', '-1234567']
    # expect:      x ['0', '2a', '-12d687']
    # expect:      X ['0', '2A', '-12D687']
    # expect:     #x ['0x0', '0x2a', '-0x12d687']
    # expect:     #X ['0X0', '0X2A', '-0X12D687']
    # expect:      o ['0', '52', '-4553207']
    # expect:     #o ['0o0', '0o52', '-0o4553207']
    # expect:      b ['0', '101010', '-100101101011010000111']
    # expect:     #b ['0b0', '0b101010', '-0b100101101011010000111']
    # expect:  #010b ['0b00000000', '0b00101010', '-0b100101101011010000111']
    # expect:     _b ['0', '10_1010', '-1_0010_1101_0110_1000_0111']
    # expect:     _x ['0', '2a', '-12_d687']
    # expect:      , ['0', '42', '-1,234,567']
    # expect:      _ ['0', '42', '-1_234_567']
    # expect:    15, ['              0', '             42', '     -1,234,567']
    # expect:   015, ['000,000,000,000', '000,000,000,042', '-00,001,234,567']
    # expect:      c ['', '*', '']
    # expect:    =+6 ['+    0', '+   42', '-1234567']
    # expect:   *=+6 ['+****0', '+***42', '-1234567']
    # expect:    *<6 ['0*****', '42****', '-1234567']
    # expect:      e ['0.000000e+00', '4.200000e+01', '-1.234567e+06']
    # expect:    .2e ['0.00e+00', '4.20e+01', '-1.23e+06']
    # expect:      f ['0.000000', '42.000000', '-1234567.000000']
    # expect:    .1f ['0.0', '42.0', '-1234567.0']
    # expect:      g ['0', '42', '-1.23457e+06']
    # expect:      % ['0.000000%', '4200.000000%', '-123456700.000000%']
    # expect:      n ['0', '42', '-1234567']
    # expect:    +,d ['+0', '+42', '-1,234,567']
    # expect:   >+8, ['      +0', '     +42', '-1,234,567']
    # expect:   010_ ['00_000_000', '00_000_042', '-1_234_567']
    # expect:   z.1f ['0.0', '42.0', '-1234567.0']
print(format(10 ** 25, ","), format(10 ** 25, "x"), format(-2 ** 70, "_b")[:20],
      format(2 ** 64, "e"), format(10 ** 20, "30"), format(-10 ** 20, "030,"))
# expect: 10,000,000,000,000,000,000,000,000 84595161401484a000000 -100_0000_0000_0000_ 1.844674e+19          100000000000000000000 -0,100,000,000,000,000,000,000
for bad in ("s", ".2d", "+c", ",x", "_c", "#c", ",_", "__", "k", "5.x", "d5"):
    try:
        print(format(5, bad), bad)
    except ValueError:
        print("ValueError", end=" ")
print()
# expect: ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError ValueError

# Widths that no text can have, and that are no widths at all.
for width in (2**62 - 1, 2**63 - 1, 2**63, 10**30):
    for spec in ("{:%d}", "{:0=%d}", "{%d}"):
        try:
            (spec % width).format(5)
        except Exception as e:
            print(type(e).__name__, end=" ")
print()  # expect: MemoryError MemoryError IndexError MemoryError MemoryError IndexError ValueError ValueError ValueError ValueError ValueError ValueError
