# sys.modules can hold anything; sys.path[0] is the program's folder.
import sys
class Fake: x = "from a fake module"
sys.modules["fake"] = Fake
import fake
from fake import x
print(fake is Fake, x)  # expect: True from a fake module
sys.modules["blocked"] = None
try:
    import blocked
except ImportError:
    print("ImportError")  # expect: ImportError
print(type(sys.path).__name__, len(sys.path) > 0)  # expect: list True
