# Globals hide builtins; deleting them shows the builtin again.
def length(): return len("abc")
print(length())  # expect: 3
len = lambda x: "shadowed"
print(length())  # expect: shadowed
del len
print(length())  # expect: 3
def f(print):
    return print * 2
print(f(4))  # expect: 8
