# An uncaught exception ends the program with a traceback that names the line.
print("before")  # expect: before
[1, 2][7]  # expect error: IndexError: list index out of range
print("after")
