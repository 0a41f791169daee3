# Names of the built-in types.
import io
things = [None, True, 1, 1.5, 1j, "s", b"b", bytearray(), memoryview(b""), [], (), {}, set(),
          frozenset(), range(1), slice(1), ..., NotImplemented,
          lambda: 0, type, object(), ValueError(), (x for x in ()), map(str, ()), filter(None, ()),
          zip(), enumerate(()), property(), staticmethod(id), classmethod(id), {}.keys(),
          {}.values(), {}.items(), super, io]
print([type(t).__name__ for t in things])
# expect: ['NoneType', 'bool', 'int', 'float', 'complex', 'str', 'bytes', 'bytearray', 'memoryview', 'list', 'tuple', 'dict', 'set', 'frozenset', 'range', 'slice', 'ellipsis', 'NotImplementedType', 'function', 'type', 'object', 'ValueError', 'generator', 'map', 'filter', 'zip', 'enumerate', 'property', 'staticmethod', 'classmethod', 'dict_keys', 'dict_values', 'dict_items', 'type', 'module']
print(int, str, type, ValueError, type(None), type(lambda: 0), type(1) is int,
      type("").__class__ is type)
# expect: <class 'int'> <class 'str'> <class 'type'> <class 'ValueError'> <class 'NoneType'> <class 'function'> True True
