# The C3 method resolution order of diamonds and mixtures.
class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(A, B): pass
class E(B, C): pass
class F(D, E): pass
print([c.__name__ for c in F.__mro__])  # expect: ['F', 'D', 'A', 'E', 'B', 'C', 'O', 'object']
print([c.__name__ for c in F.mro()])  # expect: ['F', 'D', 'A', 'E', 'B', 'C', 'O', 'object']
class X: pass
class Y: pass
class P(X, Y): pass
class Q(Y, X): pass
try:
    class R(P, Q): pass
except TypeError:
    print("TypeError")  # expect: TypeError
try:
    class S(X, X): pass
except TypeError:
    print("TypeError")  # expect: TypeError
try:
    class T(object, X): pass
except TypeError:
    print("TypeError")  # expect: TypeError
