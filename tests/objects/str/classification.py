# isalpha, isdigit, isalnum, isupper, islower, istitle, isspace, isidentifier, isprintable, isascii ...
tests = ["", "abc", "ABC", "Abc Def", "123", "a1", " \t\n", "a b", "é", "_x1", "1x", "\x00", "A1",
         "ab\n"]
names = ("isalpha isdigit isdecimal isnumeric isalnum isupper islower istitle "
         "isspace isidentifier isprintable isascii")
for s in tests:
    print(ascii(s), "".join("01"[getattr(s, n)()] for n in names.split()))
    # expect: '' 000000000011
    # expect: 'abc' 100010100111
    # expect: 'ABC' 100011000111
    # expect: 'Abc Def' 000000010011
    # expect: '123' 011110000011
    # expect: 'a1' 000010100111
    # expect: ' \t\n' 000000001001
    # expect: 'a b' 000000100011
    # expect: '\xe9' 100010100110
    # expect: '_x1' 000000100111
    # expect: '1x' 000010100011
    # expect: '\x00' 000000000001
    # expect: 'A1' 000011010111
    # expect: 'ab\n' 000000100001
