# Messages about what cannot be assigned to.
def say(source):
    try:
        compile(source, "", "exec")
        print("accepted")
    except SyntaxError as e:
        print(type(e).__name__, e.lineno, e.msg)
say('f()=1')
say('1=x')
say('x+1=2')
say('a, f() = 1')
say('a = f() = 1')
say('[f()] = 1')
say('None = 1')
say('... = 1')
say('not x = 1')
say('a < b = 1')
say('-a = 1')
say("f'{a}' = 1")
say('{} = 1')
say('[x for x in y] = 1')
say('(x for x in y) = 1')
say('lambda: 1 = 1')
say('a if b else c = 1')
say('x = yield = 1')
say('*a = 1')
say('a = *b')
say('*a, *b = c')
say('a, b += 1')
say('f() += 1')
say('(a, b): int')
say('[a]: int')
say('f(x): int')
say('del f()')
say('del (a, 1)')
say('del *a')
say('for 1 in x: pass')
say('for f() in x: pass')
say('with a as 1: pass')
say('__debug__ = 1')
say('if a = 1: pass')
say('if a.b = 1: pass')
say('(a.b := 1)')
say('(1 := 2)')
# output:
# SyntaxError 1 cannot assign to function call here. Maybe you meant '==' instead of '='?
# SyntaxError 1 cannot assign to literal here. Maybe you meant '==' instead of '='?
# SyntaxError 1 cannot assign to expression here. Maybe you meant '==' instead of '='?
# SyntaxError 1 cannot assign to function call here. Maybe you meant '==' instead of '='?
# SyntaxError 1 cannot assign to function call
# SyntaxError 1 cannot assign to function call
# SyntaxError 1 cannot assign to None
# SyntaxError 1 cannot assign to ellipsis here. Maybe you meant '==' instead of '='?
# SyntaxError 1 cannot assign to expression
# SyntaxError 1 cannot assign to comparison
# SyntaxError 1 cannot assign to expression here. Maybe you meant '==' instead of '='?
# SyntaxError 1 cannot assign to f-string expression here. Maybe you meant '==' instead of '='?
# SyntaxError 1 cannot assign to dict literal here. Maybe you meant '==' instead of '='?
# SyntaxError 1 cannot assign to list comprehension here. Maybe you meant '==' instead of '='?
# SyntaxError 1 cannot assign to generator expression
# SyntaxError 1 cannot assign to lambda
# SyntaxError 1 cannot assign to conditional expression
# SyntaxError 1 assignment to yield expression not possible
# SyntaxError 1 starred assignment target must be in a list or tuple
# SyntaxError 1 can't use starred expression here
# SyntaxError 1 multiple starred expressions in assignment
# SyntaxError 1 'tuple' is an illegal expression for augmented assignment
# SyntaxError 1 'function call' is an illegal expression for augmented assignment
# SyntaxError 1 only single target (not tuple) can be annotated
# SyntaxError 1 only single target (not list) can be annotated
# SyntaxError 1 illegal target for annotation
# SyntaxError 1 cannot delete function call
# SyntaxError 1 cannot delete literal
# SyntaxError 1 cannot delete starred
# SyntaxError 1 cannot assign to literal
# SyntaxError 1 cannot assign to function call
# SyntaxError 1 cannot assign to literal
# SyntaxError 1 cannot assign to __debug__
# SyntaxError 1 invalid syntax. Maybe you meant '==' or ':=' instead of '='?
# SyntaxError 1 cannot assign to attribute here. Maybe you meant '==' instead of '='?
# SyntaxError 1 cannot use assignment expressions with attribute
# SyntaxError 1 cannot use assignment expressions with literal
