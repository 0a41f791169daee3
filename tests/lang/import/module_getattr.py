# A module's __getattr__ answers for missing attributes.
import _lazy
print(_lazy.known, _lazy.dyn_thing)  # expect: 1 thing
from _lazy import dyn_other as o
print(o)  # expect: other
try:
    _lazy.nothing
except AttributeError:
    print("AttributeError")  # expect: AttributeError
try:
    from _lazy import nothing
except ImportError:
    print("ImportError")  # expect: ImportError
