# Messages about strings.
def say(source):
    try:
        compile(source, "", "exec")
        print("accepted")
    except SyntaxError as e:
        print(type(e).__name__, e.lineno, e.msg)
say("'abc")
say("'''abc\n")
say("f('a\n)")
say("u'a' b'b'")
say("'\\x1'")
say("'\\u12'")
say("'\\U12345678'")
say("b'\\x1'")
say("b'é'")
say("'\\N'")
say('x = é€')
say('a\xa0= 1')
say('x = “a”')
say('x \\ y')
say('x = \\')
# output:
# SyntaxError 1 unterminated string literal (detected at line 1)
# SyntaxError 1 unterminated triple-quoted string literal (detected at line 1)
# SyntaxError 1 unterminated string literal (detected at line 1)
# SyntaxError 1 cannot mix bytes and nonbytes literals
# SyntaxError 1 (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape
# SyntaxError 1 (unicode error) 'unicodeescape' codec can't decode bytes in position 0-3: truncated \uXXXX escape
# SyntaxError 1 (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character
# SyntaxError 1 (value error) invalid \x escape at position 0
# SyntaxError 1 bytes can only contain ASCII literal characters
# SyntaxError 1 (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \N character escape
# SyntaxError 1 invalid character '€' (U+20AC)
# SyntaxError 1 invalid non-printable character U+00A0
# SyntaxError 1 invalid character '“' (U+201C)
# SyntaxError 1 unexpected character after line continuation character
# SyntaxError 1 unexpected EOF while parsing
