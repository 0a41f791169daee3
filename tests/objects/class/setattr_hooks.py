# __setattr__ and __delattr__ see all assignments to the instance.
class C:
    def __init__(self):
        self.a = 1
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
c = C()
c.a += 1
setattr(c, "b", 5)
del c.a
delattr(c, "b")
print(c.__dict__)
try:
    del c.a
except AttributeError:
    print("AttributeError")
C.x = "class assignment is not seen"

# output:
# set a 1
# set a 2
# set b 5
# del a
# del b
# {}
# del a
# AttributeError
