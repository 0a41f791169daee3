# json: all but encoding and decoding, in the dict of the native module (assembly/modules/json.ts).


def dump(obj, fp, **options):
    fp.write(dumps(obj, **options))


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
                                allow_nan=allow_nan, indent=indent, separators=separators, default=default,
                                sort_keys=sort_keys, **kw).encode(obj)


def load(fp, **options):
    return loads(fp.read(), **options)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    if not isinstance(s, str):
        if not isinstance(s, (bytes, bytearray)):
            raise TypeError(f"the JSON object must be str, bytes or bytearray, not {type(s).__name__}")
        s = s.decode(_encoding(bytes(s[:4])), "surrogatepass")
    elif s[:1] == "\ufeff":
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    if cls is None and not kw:
        return _decode(s, 0, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, True, True)
    for name, hook in (("object_hook", object_hook), ("parse_float", parse_float), ("parse_int", parse_int),
                       ("parse_constant", parse_constant), ("object_pairs_hook", object_pairs_hook)):
        if hook is not None:
            kw[name] = hook
    return (cls or JSONDecoder)(**kw).decode(s)


def _encoding(start):                   # of JSON bytes, told from the first four: marks and zeros (RFC 4627)
    if start[:3] == b"\xef\xbb\xbf":
        return "utf-8-sig"
    if start in (b"\0\0\xfe\xff", b"\xff\xfe\0\0"):
        return "utf-32"
    if start[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return "utf-16"
    if len(start) not in (2, 4) or 0 not in start[:2]:
        return "utf-8"
    if start[0]:
        return "utf-32-le" if start[2:] == b"\0\0" else "utf-16-le"
    return "utf-32-be" if start[2:] and not start[1] else "utf-16-be"


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        return _encode(o, not not self.skipkeys, not not self.ensure_ascii, not not self.allow_nan,
                       not not self.sort_keys, indent, "" + self.item_separator, "" + self.key_separator,
                       self.default)

    def iterencode(self, o, _one_shot=False):
        yield self.encode(o)


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def raw_decode(self, s, idx=0):
        return _decode(s, idx, self.object_hook, self.parse_float, self.parse_int, self.parse_constant,
                       self.object_pairs_hook, not not self.strict, False)

    def decode(self, s):
        start = 0
        while start < len(s) and s[start] in " \t\n\r":
            start += 1
        value, end = self.raw_decode(s, start)
        while end < len(s) and s[end] in " \t\n\r":
            end += 1
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value
