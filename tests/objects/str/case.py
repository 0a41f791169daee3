# upper, lower, title, capitalize, swapcase, casefold.
for s in ("hello World", "", "they're bill's", "x1y2 _a", "ABC", "àé ÀÉ", "привет ПОКА"):
    print([s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold()])
    # expect: ['HELLO WORLD', 'hello world', 'Hello World', 'Hello world', 'HELLO wORLD', 'hello world']
    # expect: ['', '', '', '', '', '']
    # expect: ["THEY'RE BILL'S", "they're bill's", "They'Re Bill'S", "They're bill's", "THEY'RE BILL'S", "they're bill's"]
    # expect: ['X1Y2 _A', 'x1y2 _a', 'X1Y2 _A', 'X1y2 _a', 'X1Y2 _A', 'x1y2 _a']
    # expect: ['ABC', 'abc', 'Abc', 'Abc', 'abc', 'abc']
    # expect: ['ÀÉ ÀÉ', 'àé àé', 'Àé Àé', 'Àé àé', 'ÀÉ àé', 'àé àé']
    # expect: ['ПРИВЕТ ПОКА', 'привет пока', 'Привет Пока', 'Привет пока', 'ПРИВЕТ пока', 'привет пока']
