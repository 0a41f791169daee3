# Messages about blocks and compound statements.
def say(source):
    try:
        compile(source, "", "exec")
        print("accepted")
    except SyntaxError as e:
        print(type(e).__name__, e.lineno, e.msg)
say('if x:\npass')
say('if x:\n a\nelif y:\nb')
say('if x:\n a\nelse:\nb')
say('while x:\n')
say('for x in y:\nz')
say('def f():\nx')
say('class A:\nx')
say('with x:\ny')
say('try:\nx')
say('try:\n a\nexcept A:\nb')
say('try:\n a\nexcept *A:\nb')
say('try:\n a\nfinally:\nb')
say('match x:\ncase 1: pass')
say('match x:\n case 1:\n pass')
say('if x\n pass')
say('class A\n pass')
say('for x in y\n z')
say('with a\n b')
say('else x')
say('try x: y')
say('try:\n pass\nx')
say('try:\n pass\nexcept:\n pass\nexcept A:\n pass')
say('try:\n pass\nexcept A, B:\n pass')
say('try:\n pass\nexcept* A: pass\nexcept B: pass')
say('try:\n pass\nexcept*: pass')
# output:
# IndentationError 2 expected an indented block after 'if' statement on line 1
# IndentationError 4 expected an indented block after 'elif' statement on line 3
# IndentationError 4 expected an indented block after 'else' statement on line 3
# IndentationError 1 expected an indented block after 'while' statement on line 1
# IndentationError 2 expected an indented block after 'for' statement on line 1
# IndentationError 2 expected an indented block after function definition on line 1
# IndentationError 2 expected an indented block after class definition on line 1
# IndentationError 2 expected an indented block after 'with' statement on line 1
# IndentationError 2 expected an indented block after 'try' statement on line 1
# IndentationError 4 expected an indented block after 'except' statement on line 3
# IndentationError 4 expected an indented block after 'except*' statement on line 3
# IndentationError 4 expected an indented block after 'finally' statement on line 3
# IndentationError 2 expected an indented block after 'match' statement on line 1
# IndentationError 3 expected an indented block after 'case' statement on line 2
# SyntaxError 1 expected ':'
# SyntaxError 1 expected ':'
# SyntaxError 1 expected ':'
# SyntaxError 1 expected ':'
# SyntaxError 1 invalid syntax
# SyntaxError 1 expected ':'
# SyntaxError 3 expected 'except' or 'finally' block
# SyntaxError 3 default 'except:' must be last
# SyntaxError 3 multiple exception types must be parenthesized
# SyntaxError 4 cannot have both 'except' and 'except*' on the same 'try'
# SyntaxError 3 expected one or more exception types
