# Messages about numbers.
def say(source):
    try:
        compile(source, "", "exec")
        print("accepted")
    except SyntaxError as e:
        print(type(e).__name__, e.lineno, e.msg)
say('5a')
say('0777')
say('0x')
say('0b2')
say('0o8')
say('1_')
say('1__0')
say('1e')
say('0xg')
say('0_7')
say('1e+')
say('1._5')
say('1.5abc')
say('1jx')
say('0b')
say('0o')
say('1_000_')
say('2for3')
say('1 .real')
say('0_0')
# output:
# SyntaxError 1 invalid decimal literal
# SyntaxError 1 leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
# SyntaxError 1 invalid hexadecimal literal
# SyntaxError 1 invalid digit '2' in binary literal
# SyntaxError 1 invalid digit '8' in octal literal
# SyntaxError 1 invalid decimal literal
# SyntaxError 1 invalid decimal literal
# SyntaxError 1 invalid decimal literal
# SyntaxError 1 invalid hexadecimal literal
# SyntaxError 1 leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
# SyntaxError 1 invalid decimal literal
# SyntaxError 1 invalid decimal literal
# SyntaxError 1 invalid decimal literal
# SyntaxError 1 invalid imaginary literal
# SyntaxError 1 invalid binary literal
# SyntaxError 1 invalid octal literal
# SyntaxError 1 invalid decimal literal
# SyntaxError 1 invalid decimal literal
# accepted
# accepted
