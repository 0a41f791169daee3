# Names of builtins are attributes of the module builtins.
import builtins
print(builtins.len is len, builtins.print is print, hasattr(builtins, "__import__"),
      hasattr(builtins, "__build_class__"), builtins.ValueError is ValueError)
# expect: True True True True True
builtins.my_own = 5
print(my_own)  # expect: 5
del builtins.my_own
old = builtins.len
builtins.len = lambda x: "replaced"
print(len("abc"))  # expect: replaced
builtins.len = old
print(len("abc"))  # expect: 3
names = """abs aiter all anext any ascii bin bool bytearray bytes callable chr classmethod compile
complex delattr dict dir divmod enumerate eval exec filter float format frozenset getattr
globals hasattr hash hex id input int isinstance issubclass iter len list locals map max
memoryview min next object oct open ord pow print property range repr reversed round set
setattr slice sorted staticmethod str sum super tuple type vars zip"""
print([n for n in names.split() if not hasattr(builtins, n)])  # expect: []
