# A name captures; _ matches without binding; captures stay bound after the match.
def f(x):
    match x:
        case 1: return "one"
        case other: return "captured", other
print(f(1), f(2))  # expect: one ('captured', 2)
match 5:
    case _: print("_" in globals())  # expect: False
match [1, 2]:
    case [a, b] if b > 5: print("never")
    case [c, _]: print(c)  # expect: 1
print(a, b)  # expect: 1 2
match "x":
    case 1: print("never")
print("nothing matched")  # expect: nothing matched
