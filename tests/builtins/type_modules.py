# Types of modules name their module in their repr and in that of their instances.
import collections, io, array, re
print(collections.deque, collections.deque.__module__)  # expect: <class 'collections.deque'> collections
print(repr(io.StringIO()).split("io.")[1].split(" at ")[0])  # expect: StringIO object
print(repr(io.BytesIO).split("io.")[1])               # expect: BytesIO'>
print(type(re.compile("a")), array.array, int.__module__)  # expect: <class 're.Pattern'> <class 'array.array'> builtins
class D(collections.deque): pass
print(D, D.__module__, D.__mro__[1])  # expect: <class '__main__.D'> __main__ <class 'collections.deque'>
