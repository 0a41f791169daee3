# Messages about imports and other simple statements.
def say(source):
    try:
        compile(source, "", "exec")
        print("accepted")
    except SyntaxError as e:
        print(type(e).__name__, e.lineno, e.msg)
say('from a import b,')
say('from a import ()')
say('from a import (b, c')
say('from a import *, b')
say('import a.b as c.d')
say('import')
say('from a')
say('global a.b')
say('raise a, b')
say('pass x')
say('return')
say('break')
say('continue')
say('while 1:\n def f(): break')
say('class A:\n return 1')
say('a..b')
say('a.1')
say('@x\ny')
say('async x')
say('x: y: z')
say('x =')
# output:
# SyntaxError 1 trailing comma not allowed without surrounding parentheses
# SyntaxError 1 invalid syntax
# SyntaxError 1 '(' was never closed
# SyntaxError 1 invalid syntax
# SyntaxError 1 invalid syntax
# SyntaxError 1 invalid syntax
# SyntaxError 1 invalid syntax
# SyntaxError 1 invalid syntax
# SyntaxError 1 invalid syntax
# SyntaxError 1 invalid syntax
# SyntaxError 1 'return' outside function
# SyntaxError 1 'break' outside loop
# SyntaxError 1 'continue' not properly in loop
# SyntaxError 2 'break' outside loop
# SyntaxError 2 'return' outside function
# SyntaxError 1 invalid syntax
# SyntaxError 1 invalid syntax
# SyntaxError 2 invalid syntax
# SyntaxError 1 invalid syntax
# SyntaxError 1 invalid syntax
# SyntaxError 1 invalid syntax
