# The bounds of a loop over range() are ints, or have __index__; they are evaluated once, in order.
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
out = []
for i in range(I(3)): out.append(i)
for i in range(I(1), I(3)): out.append(i)
for i in range(True, I(3)): out.append(i)
print(out)  # expect: [0, 1, 2, 1, 2, 1, 2]
def attempt(bound):
    try:
        for i in range(bound): print(i)
    except TypeError as e:
        print(e)
attempt(1.5)  # expect: 'float' object cannot be interpreted as an integer
attempt("a")  # expect: 'str' object cannot be interpreted as an integer
attempt(None)  # expect: 'NoneType' object cannot be interpreted as an integer
def say(n):
    print("say", n)
    return n
for i in range(say(1), say(3)): print(i)
# expect: say 1
# expect: say 3
# expect: 1
# expect: 2
