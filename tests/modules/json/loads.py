# loads of all kinds of texts.
import json
print(json.loads("null"), json.loads(" true "), json.loads("-12"), json.loads("1.5e3"),
      json.loads('"a\\u00e9\\n\\"\\/\\ud83d\\ude00"'), json.loads("[]"), json.loads("{}"),
      json.loads("[1, [2, {\"a\": null}]]"), json.loads("123456789012345678901234567890"))
# expect: None True -12 1500.0 aé
# expect: "/😀 [] {} [1, [2, {'a': None}]] 123456789012345678901234567890
print(json.loads('{"a": 1, "b": [true, false], "a": 2}'), json.loads("\n[\t1 ,2\r]"),
      json.loads("NaN"), json.loads("[Infinity, -Infinity]"), json.loads(b'{"x": "\xc3\xa9"}'),
      json.loads("1E-2"), json.loads("-0"), json.loads("-0.0"), json.loads('"é日"'),
      json.loads(bytearray(b"5")))
# expect: {'a': 2, 'b': [True, False]} [1, 2] nan [inf, -inf] {'x': 'é'} 0.01 0 -0.0 é日 5
print(type(json.loads("1")).__name__, type(json.loads("1.0")).__name__,
      json.loads('{"a": {"b": {"c": 1}}}', object_hook=lambda d: sorted(d)),
      json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: int(s) * 10),
      json.loads('{"b": 1, "a": 2}', object_pairs_hook=list))
# expect: int float ['a'] ['1.5', 20] [('b', 1), ('a', 2)]
bad = ["", " ", "[1", "[1,]", "{", '{"a"}', '{"a": }', "{'a': 1}", "nul", "tru", "01", "1.", ".5",
       "+1", '"abc', '"\n"', '"\\x"', '"\\u12"', "[1 2]", "1 2", '{"a": 1,}', "{1: 2}", "--1", "1e",
       "]", "[,1]", "undefined", "\x00"]
for b in bad:
    try:
        print("accepted", repr(b), json.loads(b))
    except ValueError:
        print(".", end="")
print()  # expect: ............................
