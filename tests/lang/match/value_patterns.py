# Dotted names are compared by value.
class Color:
    RED = 1
    class Dark: RED = 2
import math
def f(x):
    match x:
        case Color.RED: return "red"
        case Color.Dark.RED: return "dark red"
        case math.pi: return "pi"
        case _: return None
print(f(1), f(2), f(math.pi), f(3))  # expect: red dark red pi None
try:
    match 1:
        case Color.GREEN: pass
except AttributeError:
    print("AttributeError")  # expect: AttributeError
