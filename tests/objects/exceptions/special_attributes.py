# Attributes that particular exceptions have.
def caught(f):
    try:
        f()
    except BaseException as e:
        return e
print(StopIteration(5).value, StopIteration().value, StopIteration(1, 2).value)  # expect: 5 None 1
print(SystemExit(3).code, SystemExit().code, SystemExit("text").code)  # expect: 3 None text
e = caught(lambda: [].missing)
print(e.name, e.obj)  # expect: missing []
e = caught(lambda: undefined_name)
print(e.name)  # expect: undefined_name
e = caught(lambda: __import__("no_such"))
print(e.name)  # expect: no_such
e = ImportError("m", name="n", path="p")
print(e, e.name, e.path)  # expect: m n p
e = caught(lambda: b"a\xffb".decode("utf-8"))
print(e.encoding, e.object, e.start, e.end, type(e.reason).__name__)
# expect: utf-8 b'a\xffb' 1 2 str
e = caught(lambda: "aéb".encode("ascii"))
print(e.encoding, ascii(e.object), e.start, e.end)  # expect: ascii 'a\xe9b' 1 2
e = caught(lambda: compile("x = = 1", "f.py", "exec"))
print(e.filename, e.lineno, type(e.msg).__name__, type(e.offset).__name__)  # expect: f.py 1 str int
e = caught(lambda: {}["the key"])
print(e.args)  # expect: ('the key',)
