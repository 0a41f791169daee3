# Messages about parameters.
def say(source):
    try:
        compile(source, "", "exec")
        print("accepted")
    except SyntaxError as e:
        print(type(e).__name__, e.lineno, e.msg)
say('def f(a, a): pass')
say('def f(a=1, b): pass')
say('def f(*): pass')
say('def f(*, **k): pass')
say('def f(a, *, b, *c): pass')
say('def f(**k, a): pass')
say('def f(a, /, b, /): pass')
say('def f(*a, /): pass')
say('def f(/, a): pass')
say('def f(*a=1): pass')
say('def f(**a=1): pass')
say('def f(a=): pass')
say('def f(a, (b, c)): pass')
say('lambda (a): 1')
say('lambda a, a: 1')
say('def f(a, /*, b): pass')
say('def f:\n pass')
say('def f()\n pass')
say('def f(a)) : pass')
# output:
# SyntaxError 1 duplicate argument 'a' in function definition
# SyntaxError 1 non-default argument follows default argument
# SyntaxError 1 named arguments must follow bare *
# SyntaxError 1 named arguments must follow bare *
# SyntaxError 1 * argument may appear only once
# SyntaxError 1 arguments cannot follow var-keyword argument
# SyntaxError 1 / may appear only once
# SyntaxError 1 / must be ahead of *
# SyntaxError 1 at least one argument must precede /
# SyntaxError 1 var-positional argument cannot have default value
# SyntaxError 1 var-keyword argument cannot have default value
# SyntaxError 1 expected default value expression
# SyntaxError 1 Function parameters cannot be parenthesized
# SyntaxError 1 Lambda expression parameters cannot be parenthesized
# SyntaxError 1 duplicate argument 'a' in function definition
# SyntaxError 1 expected comma between / and *
# SyntaxError 1 expected '('
# SyntaxError 1 expected ':'
# SyntaxError 1 unmatched ')'
