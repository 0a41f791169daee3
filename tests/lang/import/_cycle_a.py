import _cycle_b
print("a sees", _cycle_b.value, hasattr(_cycle_b, "from_a"))
value = "a"
def ask(): return _cycle_b.from_a
