# Rich comparison: reflected methods, NotImplemented, subclasses first, any result.
class A:
    def __lt__(self, o): print("A.lt", end=" "); return NotImplemented
    def __gt__(self, o): print("A.gt", end=" "); return NotImplemented
    def __le__(self, o): return "le"
    def __eq__(self, o): print("A.eq", end=" "); return NotImplemented
class B(A):
    def __gt__(self, o): print("B.gt", end=" "); return "B said"
print(A() <= 1, 1 >= A())  # expect: le le
print(A() < B())  # expect: B.gt B said
print(B() > A())  # expect: B.gt B said
print(A() == A())  # expect: A.eq A.eq False
for action in ("A() < A()", "A() > 5", "A() >= object()"):
    try:
        print(eval(action))
    except TypeError:
        print("TypeError")
        # expect: A.lt A.gt TypeError
        # expect: A.gt TypeError
        # expect: TypeError
class Only:
    def __eq__(self, o): return "maybe"
print(Only() == 1, Only() != 1)  # expect: maybe False
