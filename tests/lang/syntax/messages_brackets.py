# Messages about brackets.
def say(source):
    try:
        compile(source, "", "exec")
        print("accepted")
    except SyntaxError as e:
        print(type(e).__name__, e.lineno, e.msg)
say('x = (')
say('a)')
say('(a]')
say('[1,\n2)')
say('x = {\n(\n}')
say('f(\n\n)\n)')
say('x = (a\ny = 2')
say('f(a b)')
say('[1 2]')
say('{a b}')
say('{a: b c}')
say('x[a b]')
say('(a\nb)')
say('f(a, b c, d)')
say('print(d[])')
say('x y')
say('(_ b)')
say("(a 'b')")
# output:
# SyntaxError 1 '(' was never closed
# SyntaxError 1 unmatched ')'
# SyntaxError 1 closing parenthesis ']' does not match opening parenthesis '('
# SyntaxError 2 closing parenthesis ')' does not match opening parenthesis '[' on line 1
# SyntaxError 3 closing parenthesis '}' does not match opening parenthesis '(' on line 2
# SyntaxError 4 unmatched ')'
# SyntaxError 1 '(' was never closed
# SyntaxError 1 invalid syntax. Perhaps you forgot a comma?
# SyntaxError 1 invalid syntax. Perhaps you forgot a comma?
# SyntaxError 1 invalid syntax. Perhaps you forgot a comma?
# SyntaxError 1 invalid syntax. Perhaps you forgot a comma?
# SyntaxError 1 invalid syntax. Perhaps you forgot a comma?
# SyntaxError 1 invalid syntax. Perhaps you forgot a comma?
# SyntaxError 1 invalid syntax. Perhaps you forgot a comma?
# SyntaxError 1 invalid syntax. Perhaps you forgot a comma?
# SyntaxError 1 invalid syntax
# SyntaxError 1 invalid syntax
# SyntaxError 1 invalid syntax
