# __class__ in a method is the class being defined, also under another name.
class A:
    def me(self): return __class__
    @staticmethod
    def st(): return __class__.__name__
B = A
class C(A): pass
print(C().me() is A, A.st(), B.st())  # expect: True A A
A = None
print(B().me() is B)  # expect: True
class D:
    def f(self):
        __class__ = "shadowed"
        return __class__
print(D().f())  # expect: shadowed
