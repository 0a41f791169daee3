"""json.dumps() of bytes is a TypeError, as in CPython.

Cause: MicroPython writes them as text.
Workaround: Decode them.
MicroPython's tests: extmod/json_dumps_extra.
"""
import json
try:
    json.dumps(b"1234")
except TypeError as e:
    print(e)  # expect: Object of type bytes is not JSON serializable
