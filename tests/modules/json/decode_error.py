# JSONDecodeError is a ValueError and tells the place.
import json
try:
    json.loads('{"a": 1,\n "b" 2}')
except ValueError as e:
    print(type(e).__name__, e.lineno, e.colno, e.pos, isinstance(e, json.JSONDecodeError))
    # expect: JSONDecodeError 2 6 14 True
for bad in (lambda: json.loads(5), lambda: json.loads(None), lambda: json.load("x")):
    try:
        bad()
    except (TypeError, AttributeError):
        print("refused")
        # expect: refused
        # expect: refused
        # expect: refused
