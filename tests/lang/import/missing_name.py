# The error tells the module's name.
import sys
try:
    import no_such_module
except ImportError as e:
    print("no_such_module" in str(e), e.name)  # expect: True no_such_module
print("no_such_module" in sys.modules)  # expect: False
