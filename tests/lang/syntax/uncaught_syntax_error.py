# A syntax error in the program itself: nothing runs.
print("never")
if True  # expect error: SyntaxError
    print("never")
