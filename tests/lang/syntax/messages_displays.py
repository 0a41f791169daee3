# Messages about displays and comprehensions.
def say(source):
    try:
        compile(source, "", "exec")
        print("accepted")
    except SyntaxError as e:
        print(type(e).__name__, e.lineno, e.msg)
say('[*a for a in b]')
say('{**a for a in b}')
say('(*a)')
say('(**a)')
say('[a, b for a in c]')
say('[a, for a in c]')
say('{1:2, 3}')
say('{1:}')
say('{1: *a}')
say('{1, 2:3}')
say('[,]')
say('[a if b]')
say('1 if 2')
say('[a for b() in c]')
say('{a: b for a in c, d}')
# output:
# SyntaxError 1 iterable unpacking cannot be used in comprehension
# SyntaxError 1 dict unpacking cannot be used in dict comprehension
# SyntaxError 1 cannot use starred expression here
# SyntaxError 1 cannot use double starred expression here
# SyntaxError 1 did you forget parentheses around the comprehension target?
# SyntaxError 1 did you forget parentheses around the comprehension target?
# SyntaxError 1 ':' expected after dictionary key
# SyntaxError 1 expression expected after dictionary key and ':'
# SyntaxError 1 cannot use a starred expression in a dictionary value
# SyntaxError 1 invalid syntax
# SyntaxError 1 invalid syntax
# SyntaxError 1 expected 'else' after 'if' expression
# SyntaxError 1 expected 'else' after 'if' expression
# SyntaxError 1 cannot assign to function call
# SyntaxError 1 invalid syntax
