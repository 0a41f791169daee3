# The traceback holds the line of the call.
def fail(n):
    return 1 // n
print("before")  # expect: before
fail(0)  # expect error: ZeroDivisionError
print("after")
