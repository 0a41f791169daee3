# Messages about match statements.
def say(source):
    try:
        compile(source, "", "exec")
        print("accepted")
    except SyntaxError as e:
        print(type(e).__name__, e.lineno, e.msg)
say('match x:\n case a | b: pass')
say('match x:\n case _: pass\n case 1: pass')
say('match x:\n case a: pass\n case 1: pass')
say('match x:\n case a, a: pass')
say('match x:\n case A(a=1, 2): pass')
say('match x:\n case A(a=1, a=2): pass')
say('match x:\n case [*a, *b]: pass')
say('match x:\n case {1: a, 1: b}: pass')
say('match x:\n case [a] | [b]: pass')
say('match x:\n case 1 + 2: pass')
say('match x:\n case 1j + 1j: pass')
say('match x:\n case 1 as _: pass')
say('match x:\n case 1 as a.b: pass')
say("match x:\n case f'{a}': pass")
say('match x:\n case -a: pass')
say('match x:\n case *a: pass')
say('match x:\n case {**r, 1: a}: pass')
# output:
# SyntaxError 2 name capture 'a' makes remaining patterns unreachable
# SyntaxError 2 wildcard makes remaining patterns unreachable
# SyntaxError 2 name capture 'a' makes remaining patterns unreachable
# SyntaxError 2 multiple assignments to name 'a' in pattern
# SyntaxError 2 positional patterns follow keyword patterns
# SyntaxError 2 attribute name repeated in class pattern: a
# SyntaxError 2 multiple starred names in sequence pattern
# SyntaxError 2 mapping pattern checks duplicate key (1)
# SyntaxError 2 alternative patterns bind different names
# SyntaxError 2 imaginary number required in complex literal
# SyntaxError 2 real number required in complex literal
# SyntaxError 2 cannot use '_' as a target
# SyntaxError 2 invalid syntax
# SyntaxError 2 patterns may only match literals and attribute lookups
# SyntaxError 2 invalid syntax
# SyntaxError 2 invalid syntax
# SyntaxError 2 invalid syntax
