# return, break and continue leave a with block through __exit__.
class M:
    def __enter__(self): return self
    def __exit__(self, *a):
        print("exit", a[0])
def f():
    with M():
        return "returned"
print(f())
for i in range(3):
    with M():
        if i == 0: continue
        break
print(i)
def g():
    with M():
        try:
            with M():
                return 1
        finally:
            print("between")
g()
def h():
    with M():
        yield 1
for x in h():
    print(x)

# output:
# exit None
# returned
# exit None
# exit None
# 1
# exit None
# between
# exit None
# 1
# exit None
