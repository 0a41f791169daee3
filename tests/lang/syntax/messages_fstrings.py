# Messages about f-strings.
def say(source):
    try:
        compile(source, "", "exec")
        print("accepted")
    except SyntaxError as e:
        print(type(e).__name__, e.lineno, e.msg)
say("f'{a'")
say("f'{}'")
say("f'{a b}'")
say("f'{a!x}'")
say("f'}'")
say("f'{a:{b:{c}}}'")
say("f'{#}'")
say("f'{a[}'")
say("f'{a)}'")
say("f'{(a}'")
say("f'{a:'")
say("f'{ }'")
say("f'{!r}'")
say("f'{:x}'")
say("f'{lambda x: 1}'")
say("f'{*a}'")
say("f'{a;b}'")
say("f'{a==}'")
say("f'{a=b}'")
say("f'{a' 'b}'")
say("f'{print x}'")
say("f'{(__debug__ := 1)}'")
# output:
# SyntaxError 1 f-string: expecting '}'
# SyntaxError 1 f-string: empty expression not allowed
# SyntaxError 1 f-string: invalid syntax. Perhaps you forgot a comma?
# SyntaxError 1 f-string: invalid conversion character: expected 's', 'r', or 'a'
# SyntaxError 1 f-string: single '}' is not allowed
# SyntaxError 1 f-string: expressions nested too deeply
# SyntaxError 1 f-string expression part cannot include '#'
# SyntaxError 1 f-string: closing parenthesis '}' does not match opening parenthesis '['
# SyntaxError 1 f-string: unmatched ')'
# SyntaxError 1 f-string: closing parenthesis '}' does not match opening parenthesis '('
# SyntaxError 1 f-string: expecting '}'
# SyntaxError 1 f-string: empty expression not allowed
# SyntaxError 1 f-string: expression required before '!'
# SyntaxError 1 f-string: expression required before ':'
# SyntaxError 1 f-string: invalid syntax
# SyntaxError 1 f-string: cannot use starred expression here
# SyntaxError 1 f-string: invalid syntax
# SyntaxError 1 f-string: invalid syntax
# SyntaxError 1 f-string: expecting '}'
# SyntaxError 1 f-string: expecting '}'
# SyntaxError 1 f-string: Missing parentheses in call to 'print'. Did you mean print(...)?
# SyntaxError 1 cannot assign to __debug__
