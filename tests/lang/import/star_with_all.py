# from package import * takes the names of __all__.
from _shapes import *
# expect: init shapes
# expect: init circle _shapes.circle _shapes
# expect: init square
# expect: init deep
print(circle.area(1), Square(3).side, later)  # expect: 3 3 bound after the imports
print("hidden" in globals(), "name" in globals())  # expect: False False
