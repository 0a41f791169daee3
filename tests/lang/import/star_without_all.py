# from module import * takes all names that do not begin with an underscore.
from _star import *
print(visible, function(), Class.__name__, sys.__name__, "_hidden" in globals())
# expect: 1 1 Class sys False
try:
    exec("def f():\n from _star import *")
except SyntaxError:
    print("SyntaxError")  # expect: SyntaxError
