import _cycle_a
value = "b"
print("b sees", hasattr(_cycle_a, "value"))
try:
    from _cycle_a import value as missing
except ImportError:
    print("ImportError")
from_a = "set later"
