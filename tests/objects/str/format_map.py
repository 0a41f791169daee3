# format_map uses the mapping itself.
class Default(dict):
    def __missing__(self, key): return "<" + key + ">"
print("{a} {b}".format_map(Default(a=1)), "{x[0]}".format_map({"x": "yz"}))  # expect: 1 <b> y
try:
    "{a}".format_map({})
except KeyError:
    print("KeyError")  # expect: KeyError
