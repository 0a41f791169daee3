# All combinations of flags, width, precision and type of % formatting: a checksum per type.
def checksum(texts):
    h = 2166136261
    for c in "\n".join(texts): h = ((h ^ ord(c)) * 16777619) & 0xffffffff
    return h
values = {"d": (0, -5, 123456, 2 ** 70, 2.9), "x": (0, 255, -2 ** 66), "o": (8, -9), "X": (48879,),
          "e": (0.0, 12345.678, -1e-9), "f": (0.5, -2.675, 1e20), "g": (0.0001, 1e17, -3.5),
          "s": ("", "text", None, [1]), "r": ("q",), "c": (65, "z"), "a": ("é",), "i": (7,),
          "u": (7,), "G": (1e-7,), "E": (5.5,)}
for kind in values:
    out = []
    for flags in ("", "-", "0", "+", " ", "#", "-0", "+0", " #", "0#", "+-"):
        for width in ("", "1", "6", "14"):
            for precision in ("", ".", ".0", ".2", ".10"):
                for v in values[kind]:
                    try:
                        out.append("%" + flags + width + precision + kind)
                        out[-1] = out[-1] % (v,)
                    except (ValueError, TypeError, OverflowError) as e:
                        out[-1] = type(e).__name__[0]
    print(kind, len(out), checksum(out))
    # expect: d 1100 1349693115
    # expect: x 660 3636725513
    # expect: o 440 2768746839
    # expect: X 220 2980796509
    # expect: e 660 3091506741
    # expect: f 660 2325023689
    # expect: g 660 743752683
    # expect: s 880 1048005951
    # expect: r 220 2863606865
    # expect: c 440 1330030013
    # expect: a 220 2912649845
    # expect: i 220 1487439205
    # expect: u 220 1487439205
    # expect: G 220 1066898369
    # expect: E 220 292938927
