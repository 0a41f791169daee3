# Missing modules and names raise ImportError.
for source in ("import no_such_module", "import _shapes.no_such", "from _shapes import no_such",
               "import math.pi", "from math import no_such", "from . import x",
               "from _shapes.no_such import x", "from .. import y"):
    try:
        exec(source, {"__name__": "test"})
    except ImportError as e:
        print("ImportError")

# output:
# ImportError
# init shapes
# init circle _shapes.circle _shapes
# init square
# init deep
# ImportError
# ImportError
# ImportError
# ImportError
# ImportError
# ImportError
# ImportError
