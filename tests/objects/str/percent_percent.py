# Only `%%` is a percent sign: with flags, width or precision it is a conversion like others, and there is none.
for form, args in (("%%", ()), ("%d%%", (5,)), ("%5%", (1,)), ("%5%", ()), ("%.*%", (3,)), ("% %", 5), ("%5%", {}), ("%-%", (1, 2))):
    try:
        print(form % args)
        # expect: %
        # expect: 5%
    except Exception as e:
        print(type(e).__name__, e)
        # expect: ValueError unsupported format character '%' (0x25) at index 2
        # expect: TypeError not enough arguments for format string
        # expect: TypeError not enough arguments for format string
        # expect: ValueError unsupported format character '%' (0x25) at index 2
        # expect: ValueError unsupported format character '%' (0x25) at index 2
        # expect: ValueError unsupported format character '%' (0x25) at index 2
