# Letters whose case changes are more than one letter, or depend on the neighbours.
for s in ("straße", "ǆ", "ΑΣ ΣΑΣ", "ﬁ", "İ"):
    print(ascii([s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold()]))
    # expect: ['STRASSE', 'stra\xdfe', 'Stra\xdfe', 'Stra\xdfe', 'STRASSE', 'strasse']
    # expect: ['\u01c4', '\u01c6', '\u01c5', '\u01c5', '\u01c4', '\u01c6']
    # expect: ['\u0391\u03a3 \u03a3\u0391\u03a3', '\u03b1\u03c2 \u03c3\u03b1\u03c2', '\u0391\u03c2 \u03a3\u03b1\u03c2', '\u0391\u03c2 \u03c3\u03b1\u03c2', '\u03b1\u03c2 \u03c3\u03b1\u03c2', '\u03b1\u03c3 \u03c3\u03b1\u03c3']
    # expect: ['FI', '\ufb01', 'Fi', 'Fi', 'FI', 'fi']
    # expect: ['\u0130', 'i\u0307', '\u0130', '\u0130', 'i\u0307', 'i\u0307']
