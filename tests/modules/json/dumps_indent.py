# dumps with indent, and with default and skipkeys.
import json
print(json.dumps({"a": [1, 2, {"b": []}], "c": {}, "d": {"e": 1}}, indent=2))
# expect: {
# expect:   "a": [
# expect:     1,
# expect:     2,
# expect:     {
# expect:       "b": []
# expect:     }
# expect:   ],
# expect:   "c": {},
# expect:   "d": {
# expect:     "e": 1
# expect:   }
# expect: }
print(json.dumps([1, [2]], indent=0))
# expect: [
# expect: 1,
# expect: [
# expect: 2
# expect: ]
# expect: ]
print(json.dumps({"x": [1]}, indent="--", separators=(",", " = ")))
# expect: {
# expect: --"x" = [
# expect: ----1
# expect: --]
# expect: }
print(json.dumps([], indent=4), json.dumps([[], {}], indent=None))  # expect: [] [[], {}]
print(json.dumps({1, 2}, default=sorted), json.dumps([1j], default=lambda z: [z.real, z.imag]),
      json.dumps({(1,): 2, "a": 3}, skipkeys=True))  # expect: [1, 2] [[0.0, 1.0]] {"a": 3}
