# Code that evaluates itself without end.
s = "eval(s)"
try:
    eval(s)
except (RecursionError, MemoryError):
    print("caught")  # expect: caught
def f(): exec("f()")
try:
    f()
except (RecursionError, MemoryError):
    print("caught")  # expect: caught
print(eval("1 + 1"))  # expect: 2
