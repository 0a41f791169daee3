# The subject may be any expression, a tuple without parentheses, starred; evaluated once.
def f():
    print("once")  # expect: once
    return 3
match f():
    case 1: pass
    case 2: pass
    case 3: print("three")  # expect: three
match 1, 2:
    case a, b: print(a, b)  # expect: 1 2
match *[1, 2], 3:
    case [*x]: print(x)  # expect: [1, 2, 3]
match (n := 5):
    case 5: print(n)  # expect: 5
match [1, 2]:
    case first, *rest: print(first, rest)  # expect: 1 [2]
match {}:
    case {}: print("dict")  # expect: dict
match -1:
    case -1: print("minus")  # expect: minus
match lambda: 5:
    case g: print(g())  # expect: 5
