# Messages about calls.
def say(source):
    try:
        compile(source, "", "exec")
        print("accepted")
    except SyntaxError as e:
        print(type(e).__name__, e.lineno, e.msg)
say('f(a=1, b)')
say('f(**a, *b)')
say('f(**a, b)')
say('f(None=1)')
say('f(a.b=1)')
say('f(1=2)')
say('f(a for a in b, c)')
say('f(c, a for a in b)')
say('f(*a for a in b)')
say('f(b=1, b=2)')
say('f(a=b for b in c)')
say('f(a,,b)')
say('f(*)')
say('f(a := 1)')
say('f(a=b:=1)')
say('print 1')
say("print 'a', b")
say("exec 'a'")
# output:
# SyntaxError 1 positional argument follows keyword argument
# SyntaxError 1 iterable argument unpacking follows keyword argument unpacking
# SyntaxError 1 positional argument follows keyword argument unpacking
# SyntaxError 1 cannot assign to None
# SyntaxError 1 expression cannot contain assignment, perhaps you meant "=="?
# SyntaxError 1 expression cannot contain assignment, perhaps you meant "=="?
# SyntaxError 1 Generator expression must be parenthesized
# SyntaxError 1 Generator expression must be parenthesized
# SyntaxError 1 iterable unpacking cannot be used in comprehension
# SyntaxError 1 keyword argument repeated: b
# SyntaxError 1 invalid syntax. Maybe you meant '==' or ':=' instead of '='?
# SyntaxError 1 invalid syntax
# SyntaxError 1 invalid syntax
# accepted
# SyntaxError 1 invalid syntax
# SyntaxError 1 Missing parentheses in call to 'print'. Did you mean print(...)?
# SyntaxError 1 Missing parentheses in call to 'print'. Did you mean print(...)?
# SyntaxError 1 Missing parentheses in call to 'exec'. Did you mean exec(...)?
