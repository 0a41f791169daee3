# Quotes, prefixes, escapes and joining of string literals.
print('a"b', "a'b", '''a'b"c''', """x
y""", "a" 'b' """c""")
# expect: a"b a'b a'b"c x
# expect: y abc
print(r"\n", R'\d', b"\x41\n", rb"\x", Rb"\y", u"text")  # expect: \n \d b'A\n' b'\\x' b'\\y' text
print(ascii("\a\b\f\n\r\t\v\0\\\'\""))  # expect: '\x07\x08\x0c\n\r\t\x0b\x00\\\'"'
print("\101\x41\u0041\U00000041", ascii("\7\18"))  # expect: AAAA '\x07\x018'
print(len("\
"), "one\
 two")  # expect: 0 one two
print(ascii("\xe9\u20ac\U0001F600"), "é€😀", len("é€😀"))  # expect: '\xe9\u20ac\U0001f600' é€😀 3
print(b"a" b'b', b"\101\377", type(b""))  # expect: b'ab' b'A\xff' <class 'bytes'>
print("\d", "\ ")  # expect: \d \
print("a" "b" % () + "c" * 2)  # expect: abcc
print(r"\"", len(r"\\"), r'a\'b')  # expect: \" 2 a\'b
