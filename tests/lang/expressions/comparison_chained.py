# a < b < c evaluates b once and stops at the first false part.
def f(x):
    print("f", x)
    return x
print(f(1) < f(2) < f(3))
print(f(3) < f(2) < f(1))
print(1 < 3 > 2 != 5 == 5.0)
print(1 == 1 in [1], 1 in [1] == True)
x = 5
print(0 <= x < 10, 10 < x < 20, 1 < x is not None)
print((1 < 2) < 3, 1 < (2 < 3))

# output:
# f 1
# f 2
# f 3
# True
# f 3
# f 2
# False
# True
# True False
# True False True
# True False
