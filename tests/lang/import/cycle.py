# Modules that import each other see what is defined so far.
import _cycle_a
# expect: b sees False
# expect: ImportError
# expect: a sees b True
print(_cycle_a.ask(), _cycle_a._cycle_b.value)  # expect: set later b
