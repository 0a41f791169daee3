# Data descriptors win over the instance, others do not.
class Data:
    def __get__(self, instance, owner): return ("get", instance is None, owner.__name__)
    def __set__(self, instance, value): print("set", value)
    def __delete__(self, instance): print("delete")
class NonData:
    def __get__(self, instance, owner): return "non-data"
class C:
    d = Data()
    n = NonData()
c = C()
c.__dict__["d"] = c.__dict__["n"] = "instance"
print(c.d, c.n, C.d, C.n)
c.d = 5
del c.d
c.n = 6
print(c.n)
del c.n
print(c.n)
C.d = "replaced"
print(c.d)
class OnlySet:
    def __set__(self, instance, value): instance.__dict__["v"] = value * 2
class D: v = OnlySet()
d = D()
print(isinstance(d.v, OnlySet))
d.v = 4
print(d.v)

# output:
# ('get', False, 'C') instance ('get', True, 'C') non-data
# set 5
# delete
# 6
# non-data
# instance
# True
# 8
