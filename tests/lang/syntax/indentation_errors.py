# IndentationError and TabError are SyntaxErrors.
def kind(source):
    try:
        compile(source, "", "exec")
        print("accepted")
    except SyntaxError as e:
        print(type(e).__name__, isinstance(e, IndentationError))
kind(" x = 1\n")
kind("if x:\ny = 1\n")
kind("if x:\n    y\n  z\n")
kind("x\n  y\n")
kind("if x:\n\ty\n        z\n")
kind("if x:\n        y\n\tz\n")
kind("def f():\n")
kind("for x in y:\n# only a comment\n")
kind("if x:\n  y\n\n  # comment\n\n  z\n")
kind("if x:\n\ty\n\tz\n")
print(issubclass(TabError, IndentationError), issubclass(IndentationError, SyntaxError))

# output:
# IndentationError True
# IndentationError True
# IndentationError True
# IndentationError True
# TabError True
# TabError True
# IndentationError True
# IndentationError True
# accepted
# accepted
# True True
