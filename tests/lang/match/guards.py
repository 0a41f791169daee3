# Guards see the captures; a failed guard goes on to the next case.
def f(x):
    match x:
        case int(n) if n < 0: return "negative"
        case int(n) if (half := n // 2) * 2 == n: return "even", half
        case [a, b] if a == b: return "twins"
        case [a, b] if check(a) and check(b): return "checked"
        case _ if x: return "truthy"
        case _: return "falsy"
def check(v):
    print("check", v)
    return v
for x in (-1, 4, 3, [2, 2], [1, 0], [1, 2], ""):
    print(f(x))

# output:
# negative
# ('even', 2)
# truthy
# twins
# check 1
# check 0
# truthy
# check 1
# check 2
# checked
# falsy
