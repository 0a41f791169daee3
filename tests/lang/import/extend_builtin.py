# A file with the name of a built-in module extends it: the old name (utime), or an empty sys.path, gives the built-in one.
# micropython
# needs: directory
import sys
with open("time.py", "w") as f:
    f.write("import sys\npath = sys.path\nsys.path = ()\nfrom time import *\nsys.path = path\nextra = 1\n")
with open("json.py", "w") as f:
    f.write("from ujson import *\nextra = 2\n")
with open("ustruct.py", "w") as f:
    f.write("extra = 'never'\n")
with open("sys.py", "w") as f:
    f.write("extra = 'never'\n")
sys.path.insert(0, "")
import time, json
print(time.extra, time.ticks_add(1, 2), time.__file__, json.extra, json.dumps([1]), json.__file__)
# expect: 1 3 time.py 2 [1] json.py
import utime, ujson, usys, ustruct, struct
print(hasattr(utime, "extra"), hasattr(ujson, "extra"), hasattr(utime, "__file__"), usys is sys)
# expect: False False False True
print(utime.__name__, struct is ustruct, hasattr(ustruct, "extra"))  # expect: time True False
import ucollections, collections
print(ucollections is collections, ucollections.namedtuple("P", "x")(1))  # expect: True P(x=1)
with open("bisect.py", "w") as f:
    f.write("from ubisect import *\nextra = 4\n")
import bisect, ubisect
print(bisect.extra, bisect.bisect([1, 2], 1), hasattr(ubisect, "extra"))  # expect: 4 1 False
sys.path = []
import time
print(time is utime)                              # expect: True
sys.path = [""]
import time
print(time is utime, time.extra)                  # expect: False 1
