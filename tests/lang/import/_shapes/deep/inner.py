from .. import square, name
from ..square import side as s
from . import other
from .other import value
def up(): return square.side, s, value, other.value
