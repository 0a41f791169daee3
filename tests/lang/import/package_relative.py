# A package with relative imports; each module is run once.
import _shapes.circle
# expect: init shapes
# expect: init circle _shapes.circle _shapes
# expect: init square
# expect: init deep
print(_shapes.circle.area(2), _shapes.circle.package_name, _shapes.circle.up())
# expect: 12 shapes (4, 4, 'other', 'other')
import _shapes.deep.inner as inner
from _shapes.deep import other
print(inner.value, other.__name__, _shapes.name, _shapes.default_side)
# expect: other _shapes.deep.other shapes 4
print(_shapes.__doc__, hasattr(_shapes, "__path__"), hasattr(other, "__path__"))
# expect: A package whose modules import each other. True False
print(_shapes.__package__, other.__package__)  # expect: _shapes _shapes.deep
