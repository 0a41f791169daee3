# ascii escapes what is not ASCII; repr does not.
print(ascii("aé日😀'"), repr("é'"), ascii(["é"]), ascii(5), ascii(b"\xe9"), repr(None))
# expect: "a\xe9\u65e5\U0001f600'" "é'" ['\xe9'] 5 b'\xe9' None
class C:
    def __repr__(self): return "<é>"
print(ascii(C()), repr(C()))  # expect: <\xe9> <é>
