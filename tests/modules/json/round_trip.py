# What is dumped loads as it was; streams; nested depth.
import json, io
data = {"name": "é\u0000\u2028", "list": [1, 2.5, -3e-10, None, True, {"deep": [[[]]]}],
        "big": 2 ** 70, "": ""}
print(json.loads(json.dumps(data)) == data, json.loads(json.dumps(data, indent=1)) == data,
      json.loads(json.dumps(data, ensure_ascii=False)) == data)  # expect: True True True
f = io.StringIO()
json.dump(data, f)
f.seek(0)
print(json.load(f) == data)  # expect: True
f = io.BytesIO(b"[1, 2]")
print(json.load(f))  # expect: [1, 2]
deep = 1
for i in range(400): deep = [deep]
print(json.dumps(deep).count("["), json.loads(json.dumps(deep)) == deep)  # expect: 400 True
big = list(range(5000))
print(json.loads(json.dumps(big)) == big, len(json.dumps({str(i): [i] for i in range(1000)})))
# expect: True 13780
a = []
a.append(a)
try:
    json.dumps(a)
except (ValueError, RecursionError) as e:
    print("refused")  # expect: refused
