"""A package whose modules import each other."""
print("init shapes")
name = "shapes"
from . import circle
from .square import Square, side as default_side
__all__ = ["circle", "Square", "later"]
later = "bound after the imports"
hidden = "not in __all__"
