# operator.index: ints and what has __index__; anything else is a TypeError.
import operator


class Three:
    def __index__(self):
        return 3


class Wrong:
    def __index__(self):
        return "3"


print(operator.index(5), operator.index(True), operator.index(Three()), operator.index(2 ** 70))
# expect: 5 1 3 1180591620717411303424
for x in (1.5, "a", None, Wrong(), int):
    try:
        print(operator.index(x))
    except TypeError as e:
        print("TypeError", end=" ")
print()
# expect: TypeError TypeError TypeError TypeError TypeError
