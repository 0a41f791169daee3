# finally of a generator runs when it is closed, exhausted or broken.
def g():
    try:
        yield 1
        yield 2
    finally:
        print("finally")
for x in g():
    print(x)
it = g()
next(it)
it.close()
it = g()
next(it)
try:
    it.throw(ValueError)
except ValueError:
    print("ValueError")
unstarted = g()
unstarted.close()
print(list(unstarted))

# output:
# 1
# 2
# finally
# finally
# finally
# ValueError
# []
