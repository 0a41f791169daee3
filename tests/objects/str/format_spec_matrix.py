# All combinations of fill, align, sign, width, grouping, precision and type: a checksum per type.
def checksum(texts):
    h = 2166136261
    for c in "\n".join(texts): h = ((h ^ ord(c)) * 16777619) & 0xffffffff
    return h
def all_specs(kind):
    for fill in ("", "<", ">", "^", "=", "*<", "é^", "0="):
        for sign in ("", "+", " ", "-"):
            for flags in ("", "#", "0", "#0"):
                for width in ("", "1", "7", "15"):
                    for group in ("", ",", "_"):
                        for precision in ("", ".0", ".3"):
                            yield fill + sign + flags + width + group + precision + kind
for kinds, values in ((("", "d", "b", "o", "x", "X", "c", "n"), (0, 5, -1234567, 2 ** 70)),
                      (("", "e", "E", "f", "g", "G", "%"),
                       (0.0, -0.5, 1234567.891, 1e-10, float("inf"))),
                      (("", "s"), ("", "text", "日本")), (("", "f"), (1 + 2j, -0.5j))):
    for kind in kinds:
        for value in values:
            out = []
            for spec in all_specs(kind):
                try:
                    out.append(format(value, spec))
                except (ValueError, OverflowError) as e:
                    out.append(type(e).__name__[0])
            print(repr(kind), value, len(out) - out.count("V"), checksum(out))
            # expect: '' 0 1536 1072528221
            # expect: '' 5 1536 4012932053
            # expect: '' -1234567 1536 3691623453
            # expect: '' 1180591620717411303424 1536 3807276621
            # expect: 'd' 0 1536 1072528221
            # expect: 'd' 5 1536 4012932053
            # expect: 'd' -1234567 1536 3691623453
            # expect: 'd' 1180591620717411303424 1536 3807276621
            # expect: 'b' 0 1024 4039142133
            # expect: 'b' 5 1024 3427811189
            # expect: 'b' -1234567 1024 454954061
            # expect: 'b' 1180591620717411303424 1024 2059855181
            # expect: 'o' 0 1024 176871573
            # expect: 'o' 5 1024 3426915717
            # expect: 'o' -1234567 1024 1314244309
            # expect: 'o' 1180591620717411303424 1024 1932619853
            # expect: 'x' 0 1024 1645797213
            # expect: 'x' 5 1024 2915151181
            # expect: 'x' -1234567 1024 201591757
            # expect: 'x' 1180591620717411303424 1024 3771440717
            # expect: 'X' 0 1024 2415070429
            # expect: 'X' 5 1024 1529324749
            # expect: 'X' -1234567 1024 39196749
            # expect: 'X' 1180591620717411303424 1024 1480650317
            # expect: 'c' 0 64 3465036205
            # expect: 'c' 5 64 3845744885
            # expect: 'c' -1234567 64 1312460493
            # expect: 'c' 1180591620717411303424 64 1312460493
            # expect: 'n' 0 512 2626761501
            # expect: 'n' 5 512 3270409237
            # expect: 'n' -1234567 512 3397410397
            # expect: 'n' 1180591620717411303424 512 4233377101
            # expect: '' 0.0 4608 752119793
            # expect: '' -0.5 4608 2740554701
            # expect: '' 1234567.891 4608 525725941
            # expect: '' 1e-10 4608 4118801801
            # expect: '' inf 4608 3944603429
            # expect: 'e' 0.0 4608 2788821569
            # expect: 'e' -0.5 4608 2191029773
            # expect: 'e' 1234567.891 4608 1100920065
            # expect: 'e' 1e-10 4608 1638073877
            # expect: 'e' inf 4608 3944603429
            # expect: 'E' 0.0 4608 3020135617
            # expect: 'E' -0.5 4608 2897599949
            # expect: 'E' 1234567.891 4608 847292097
            # expect: 'E' 1e-10 4608 2605858069
            # expect: 'E' inf 4608 2721992421
            # expect: 'f' 0.0 4608 1229124277
            # expect: 'f' -0.5 4608 1923712461
            # expect: 'f' 1234567.891 4608 154048291
            # expect: 'f' 1e-10 4608 1229124277
            # expect: 'f' inf 4608 3944603429
            # expect: 'g' 0.0 4608 2404038715
            # expect: 'g' -0.5 4608 641974269
            # expect: 'g' 1234567.891 4608 2251385097
            # expect: 'g' 1e-10 4608 723408463
            # expect: 'g' inf 4608 3944603429
            # expect: 'G' 0.0 4608 2404038715
            # expect: 'G' -0.5 4608 641974269
            # expect: 'G' 1234567.891 4608 311045769
            # expect: 'G' 1e-10 4608 1059793103
            # expect: 'G' inf 4608 2721992421
            # expect: '%' 0.0 4608 3364300113
            # expect: '%' -0.5 4608 3327814781
            # expect: '%' 1234567.891 4608 4097085403
            # expect: '%' 1e-10 4608 3364300113
            # expect: '%' inf 4608 33389565
            # expect: ''  144 4055534015
            # expect: '' text 144 844390699
            # expect: '' 日本 144 3142530563
            # expect: 's'  144 4055534015
            # expect: 's' text 144 844390699
            # expect: 's' 日本 144 3142530563
            # expect: '' (1+2j) 2304 1116108295
            # expect: '' (-0-0.5j) 2304 107986853
            # expect: 'f' (1+2j) 2304 2012384517
            # expect: 'f' (-0-0.5j) 2304 2906372061
