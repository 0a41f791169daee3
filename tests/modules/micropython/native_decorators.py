# micropython
# Functions marked for native code give the same results.
import micropython
@micropython.native
def total(n):
    s = 0
    for i in range(n): s += i * i
    return s
@micropython.native
def gen(n):
    for i in range(n): yield i
print(total(100), list(gen(3)))
# output:
# 328350 [0, 1, 2]
