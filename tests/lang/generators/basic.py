# A generator runs step by step, keeps its locals, and ends with StopIteration.
def count(n):
    print("start")
    i = 0
    while i < n:
        yield i
        i += 1
    print("end")
g = count(2)
print("made")
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)
print(next(g, "default"))
print(list(count(0)), iter(g) is g)

# output:
# made
# start
# 0
# 1
# end
# stop None
# default
# start
# end
# [] True
