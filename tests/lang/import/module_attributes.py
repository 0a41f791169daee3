# Modules are objects with attributes.
import _star
_star.added = 5
from _star import added
print(added, _star.__name__, type(_star).__name__, "visible" in dir(_star))
# expect: 5 _star module True
del _star.added
print(hasattr(_star, "added"))  # expect: False
print(_star.__dict__["visible"], vars(_star)["_hidden"])  # expect: 1 2
_star.visible = 7
print(_star.function())  # expect: 7
print(_star.__file__.endswith("_star.py"), __name__, __file__.endswith("module_attributes.py"))
# expect: True __main__ True
