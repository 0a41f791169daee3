# and, or return one of their operands and stop early.
print(0 or "x", "" or [] or None, 1 or 2)
print(0 and 1, 1 and 2, 1 and [] and 3)
print(not 0, not "a", not [])
def f(x):
    print("f", x)
    return x
f(0) and f(1)
f(1) or f(2)
print(f(0) or f(2) and f(3))
print(1 if f([]) or f("a") else 2)
print((not f(1)) or (f(2) and not f(0)))

# output:
# x None 1
# 0 2 []
# True False True
# f 0
# f 1
# f 0
# f 2
# f 3
# 3
# f []
# f a
# 1
# f 1
# f 2
# f 0
# True
