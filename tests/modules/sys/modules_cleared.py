"""sys.modules can be cleared: sys stays what it was, and files are found as before."""
# skip cpython: a cleared sys.modules cannot be used there
import sys
path = sys.path
sys.modules.clear()
import sys
print(sys.path is path)                # expect: True
import json
print(json.dumps([1]))                 # expect: [1]
