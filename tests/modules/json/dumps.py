# dumps of all kinds of values.
import json
print(json.dumps(None), json.dumps(True), json.dumps(5), json.dumps(-2.5),
      json.dumps("a\"b\\c\n\t\x01/é😀"), json.dumps([]), json.dumps({}), json.dumps([1, [2, ()]]),
      json.dumps(10 ** 25), json.dumps(1e100))
# expect: null true 5 -2.5 "a\"b\\c\n\t\u0001/\u00e9\ud83d\ude00" [] {} [1, [2, []]] 10000000000000000000000000 1e+100
print(json.dumps({"a": [1, {"b": None}], "c": "x"}), json.dumps((1, 2)),
      json.dumps({1: "int", None: "none", False: "bool", 2.5: "float"}),
      json.dumps([float("inf"), -float("inf"), float("nan")]), json.dumps(0.1 + 0.2))
# expect: {"a": [1, {"b": null}], "c": "x"} [1, 2] {"1": "int", "null": "none", "false": "bool", "2.5": "float"} [Infinity, -Infinity, NaN] 0.30000000000000004
print(json.dumps("é日", ensure_ascii=False), json.dumps({"b": 1, "a": 2}, sort_keys=True),
      json.dumps([1, {"k": 2}], separators=(",", ":")), json.dumps([1, 2], separators=("; ", "=")))
# expect: "é日" {"a": 2, "b": 1} [1,{"k":2}] [1; 2]
class L(list): pass
class I(int): pass
class S(str): pass
print(json.dumps(L([1])), json.dumps(I(5)), json.dumps(S("s")), json.dumps({S("k"): 1}))
# expect: [1] 5 "s" {"k": 1}
for bad in (lambda: json.dumps({1, 2}), lambda: json.dumps(object()),
            lambda: json.dumps({(1, 2): 3}), lambda: json.dumps(b"x"), lambda: json.dumps(1j),
            lambda: json.dumps([float("nan")], allow_nan=False)):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: TypeError TypeError TypeError TypeError TypeError ValueError
