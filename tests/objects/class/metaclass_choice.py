# The most derived metaclass of the bases is used; unrelated ones conflict.
class M1(type): pass
class M2(M1): pass
class M3(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(A, B): pass
print(type(C).__name__)  # expect: M2
class D(B, metaclass=M1): pass
print(type(D).__name__)  # expect: M2
class X(metaclass=M3): pass
try:
    class Y(A, X): pass
except TypeError:
    print("TypeError")  # expect: TypeError
def function(name, bases, space, **kw): return (name, bases, kw)
class Z(int, metaclass=function, k=1): pass
print(Z)  # expect: ('Z', (<class 'int'>,), {'k': 1})
