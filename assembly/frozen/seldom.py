# Frozen helpers that few programs need: as helpers.py, apart from it so that the others are at hand sooner.


def _b2a_uu(data, zero):                    # binascii.b2a_uu; zero: the character for 0
    n = len(data)
    out = bytearray([n + 32 if n else zero])
    data += b"\0\0"
    for i in range(0, n, 3):
        word = int.from_bytes(data[i:i + 3], "big")
        for shift in (18, 12, 6, 0):
            value = word >> shift & 63
            out.append(value + 32 if value else zero)
    out.append(10)
    return bytes(out)


def _a2b_uu(data, error):                   # binascii.a2b_uu
    out = bytearray()
    left = bits = 0
    i = 1
    while len(out) < ((data or b"\0")[0] - 32 & 63):
        value = 0
        if i < len(data) and data[i] not in (10, 13):
            value = data[i] - 32
            if not 0 <= value <= 64:
                raise error("Illegal char")
        i += 1
        left = left << 6 | value & 63
        bits += 6
        if bits >= 8:
            bits -= 8
            out.append(left >> bits & 255)
            left &= (1 << bits) - 1
    if data[i:].strip(b" `\n\r"):
        raise error("Trailing garbage")
    return bytes(out)


def _a2b_qp(data, header):                  # binascii.a2b_qp
    out = bytearray()
    i = 0
    while i < len(data):
        byte = data[i]
        i += 1
        if byte != 61:
            out.append(32 if header and byte == 95 else byte)
            continue
        pair = data[i:i + 2]
        if not pair:
            break
        if pair[0] == 10 or pair[0] == 13:              # a soft line break
            i = data.find(10, i) + 1 or len(data)
        elif pair[0] == 61:
            out.append(61)
            i += 1
        elif len(pair) == 2 and not pair.strip(b"0123456789abcdefABCDEF"):
            out.append(int(pair, 16))
            i += 2
        else:
            out.append(61)
    return bytes(out)


def _b2a_qp(data, tabs, text, header):      # binascii.b2a_qp
    out = bytearray()
    column = i = 0
    newline = b"\r\n" if b"\n" in data and b"\r" == data[:data.find(b"\n")][-1:] else b"\n"
    while i < len(data):
        byte = data[i]
        i += 1
        after = data[i:i + 2]
        if text and (byte == 10 or byte == 13 and after[:1] == b"\n"):
            if out[-1:] in (b" ", b"\t"):
                out[-1:] = b"=%02X" % out[-1]
            out += newline
            if byte == 13:
                i += 1
            column = 0
            continue
        quote = (byte > 126 or byte == 61 or header and byte == 95 or byte == 46 and column == 0 and after[:1] in b"\n\r\0"
                 or (tabs or not after if byte == 32 or byte == 9 else byte < 33 and (byte != 13 and byte != 10 or not text)))
        width = 3 if quote else 1
        if column + width > 75 and (quote or after[:1] not in b"\n"):
            out += b"=" + newline
            column = 0
        if quote:
            out += b"=%02X" % byte
        else:
            out.append(95 if header and byte == 32 else byte)
        column += width
    return bytes(out)


def _group_split(group, condition, both):   # BaseExceptionGroup.split, and subgroup, which wants the first part only
    called = not isinstance(condition, (tuple, type)) and callable(condition)
    if not called:
        for kind in condition if isinstance(condition, tuple) else (condition,):
            if not (isinstance(kind, type) and issubclass(kind, BaseException)):
                raise TypeError("expected a function, exception type or tuple of exception types")

    def derived(group, part):
        if not part:
            return None
        new = group.derive(part)
        if not isinstance(new, BaseExceptionGroup):
            raise TypeError("derive must return an instance of BaseExceptionGroup")
        new.__traceback__ = group.__traceback__
        new.__cause__ = group.__cause__
        new.__context__ = group.__context__
        notes = getattr(group, "__notes__", None)
        if isinstance(notes, list):
            new.__notes__ = [*notes]
        return new

    def split(e):
        if condition(e) if called else isinstance(e, condition):
            return e, None
        if not isinstance(e, BaseExceptionGroup):
            return None, e
        match, rest = [], []
        for member in e.exceptions:
            yes, no = split(member)
            if yes is not None:
                match.append(yes)
            if no is not None:
                rest.append(no)
        return derived(e, match), derived(e, rest) if both else None

    return split(group) if both else split(group)[0]


def _star_match(e, condition):              # except* condition: what it takes of e, and what is left
    for kind in condition if isinstance(condition, tuple) else (condition,):
        if not (isinstance(kind, type) and issubclass(kind, BaseException)):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if issubclass(kind, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    if isinstance(e, BaseExceptionGroup):
        return BaseExceptionGroup.split(e, condition)
    if not isinstance(e, condition):
        return None, e
    group = BaseExceptionGroup("", (e,))
    group.__traceback__ = e.__traceback__
    return group, None


def _star_raise(caught, left):              # after all except* clauses: what goes on of `left`, as one exception, or None
    fresh = [e for e in left if e is not None]
    if fresh and isinstance(caught, BaseExceptionGroup):
        ids = set()

        def collect(e):
            if isinstance(e, BaseExceptionGroup):
                for member in e.exceptions:
                    collect(member)
            else:
                ids.add(id(e))

        # parts of the caught group that go on belong together; what clauses raised stands beside them
        raised = []
        for e in fresh:
            if e is caught or (isinstance(e, BaseExceptionGroup) and e.__traceback__ is caught.__traceback__
                               and e.__cause__ is caught.__cause__ and e.__context__ is caught.__context__):
                collect(e)
            else:
                raised.append(e)
        rest = BaseExceptionGroup.subgroup(caught, lambda e: id(e) in ids) if ids else None
        fresh = raised if rest is None else raised + [rest]
    if len(fresh) > 1:
        return BaseExceptionGroup("", fresh)
    return fresh[0] if fresh else None


def _complex(text):                         # complex(text)
    for a, b in zip(" " + text, text + " "):
        if a == "_" and not b.isdecimal() or b == "_" and not a.isdecimal():
            raise ValueError(f"could not convert string to complex: {text!r}")
    s = text.strip()
    if s[:1] == "(" and s[-1:] == ")":
        s = s[1:-1].strip()
    real, imag = s, "0"
    if s[-1:] in ("j", "J"):
        i = len(s) - 1                      # of the last sign that belongs to no exponent
        while i and (s[i] not in "+-" or s[i - 1] in "eE"):
            i -= 1
        real, imag = s[:i] or "0", s[i:-1]
        if imag in ("", "+", "-"):
            imag += "1"
    if s.split() == [s]:                    # no white space inside
        try:
            return complex(float(real), float(imag))
        except ValueError:
            pass
    raise ValueError("complex() arg is a malformed string")


def _falling(n, k, divide):                 # math.perm, factorial; comb: divided by k!
    def product(first, last):               # halved again and again, so that long numbers meet long numbers
        if last - first > 12:
            middle = (first + last) // 2
            return product(first, middle) * product(middle + 1, last)
        result = first
        while first < last:
            first += 1
            result *= first
        return result

    top = product(n - k + 1, n)
    return top // product(1, k) if divide else top


def _isqrt(n):                              # math.isqrt: Newton's method, at each step twice as many bits of the root
    c = (n.bit_length() - 1) // 2
    a = 1
    d = 0
    for s in range(c.bit_length() - 1, -1, -1):
        e = d
        d = c >> s
        a = (a << d - e - 1) + (n >> 2 * c - e - d + 1) // a
    return a - (a * a > n)


def _unicode_error(e):                      # str(UnicodeError)
    encoding, object, start, end, reason = [getattr(e, name, None) for name in ("encoding", "object", "start", "end", "reason")]
    if not (isinstance(start, int) and isinstance(end, int)):
        return BaseException.__str__(e)
    decodes = isinstance(e, UnicodeDecodeError)
    verb = "decode" if decodes else "encode"
    what = "bytes" if decodes else "characters"
    where = f"{start}-{end - 1}"
    if end == start + 1 and 0 <= start < len(object):
        c = object[start]
        if decodes:
            what = f"byte 0x{c:02x}"
        else:
            c = ord(c)
            what = "character '\\" + (f"x{c:02x}" if c < 256 else f"u{c:04x}" if c < 65536 else f"U{c:08x}") + "'"
        where = start
    codec = f"'{encoding}' codec "
    if isinstance(e, UnicodeTranslateError):
        codec = ""
        verb = "translate"
    return f"{codec}can't {verb} {what} in position {where}: {reason}"


def _array_overflow(code, low):             # a number is out of an array's range
    kind = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer", "H": "unsigned short", "i": "signed integer",
            "I": "unsigned int"}.get(code)
    message = "int too big to convert"
    if low and code in "IL":
        message = "can't convert negative value to unsigned int"
    elif kind:
        message = kind + (" is less than minimum" if low else " is greater than maximum")
    elif code == "f":
        message = "float too large to pack with f format"
    elif code in "lL":
        message = f"Python int too large to convert to C {'unsigned ' if code == 'L' else ''}long"
    elif low and code == "Q":
        message = "can't convert negative int to unsigned"
    raise OverflowError(message)


def _hex(text, sep, group):                 # bytes.hex, hexlify with a separator; text: all digits, str or bytes
    if len(sep) != 1:
        raise ValueError("sep must be length 1.")
    if not isinstance(sep, (str, bytes)):
        raise TypeError("sep must be str or bytes.")
    code = ord(sep)
    if code > 127:
        raise ValueError("sep must be ASCII.")
    sep = chr(code) if isinstance(text, str) else bytes([code])
    step = abs(group) * 2 or len(text) or 1
    first = group > 0 and len(text) % step or step
    return sep.join([text[:first]] + [text[i:i + step] for i in range(first, len(text), step)])


def _reduce(self, protocol, native):        # object.__reduce_ex__; object.__reduce__: protocol < 0; native: what self is built on
    cls = type(self)
    if protocol >= 0 and cls.__reduce__ is not object.__reduce__:
        return self.__reduce__()

    def __newobj__(cls, *args):
        return cls.__new__(cls, *args)

    def __newobj_ex__(cls, args, kwargs):
        return cls.__new__(cls, *args, **kwargs)

    state = self.__getstate__()
    name = native.__name__
    if name in ("set", "frozenset"):
        return cls, (list(self),), state
    if name == "bytearray":
        return cls, (bytes(self),), state
    if name in ("range", "slice"):
        return cls, (self.start, self.stop, self.step)
    if name == "OrderedDict":
        return cls, (), state, None, iter(self.items())
    if name == "defaultdict":
        return cls, (self.default_factory,) if self.default_factory else (), state, None, iter(self.items())
    if name == "deque":
        return cls, () if self.maxlen is None else ((), self.maxlen), state, iter(self)
    if issubclass(native, BaseException):
        return (cls, self.args, state) if state else (cls, self.args)
    if protocol < 2:
        return __import__("copyreg")._reduce_ex(self, max(protocol, 0))
    kwargs = None
    if hasattr(cls, "__getnewargs_ex__"):
        args, kwargs = self.__getnewargs_ex__()
    elif hasattr(cls, "__getnewargs__"):
        args = self.__getnewargs__()
    elif name in ("int", "float"):
        args = native.__pos__(self),
    elif name == "complex":
        args = self.real, self.imag
    elif name in ("str", "bytes", "tuple"):
        args = native.__getitem__(self, slice(None)),
    elif name in ("object", "list", "dict"):
        args = ()
    else:
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    return (__newobj_ex__ if kwargs else __newobj__, (cls, args, kwargs) if kwargs else (cls, *args), state,
            iter(self) if isinstance(self, list) else None, iter(self.items()) if isinstance(self, dict) else None)


def _getstate(self):                        # object.__getstate__
    slots = {}
    for cls in type(self).__mro__:
        names = cls.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name.startswith("__"):
                if name.endswith("__"):
                    continue
                name = f"_{cls.__name__.lstrip('_')}{name}"
            if hasattr(self, name):
                slots[name] = getattr(self, name)
    state = getattr(self, "__dict__", None) or None
    return (state, slots) if slots else state


def _int_round(v, places):                  # round(int, -places): ties to even
    unit = 10 ** places
    rest = v % unit
    v -= rest
    if rest * 2 > unit or rest * 2 == unit and v // unit & 1:
        v += unit
    return v


def _float_ratio(x):                        # float.as_integer_ratio of a finite number
    bits = 0
    while x % 1:
        x += x
        bits += 1
    return int(x), 1 << bits


def _array_fromfile(target, file, count):   # array.fromfile; count: of bytes
    data = file.read(count)
    if not isinstance(data, bytes):
        raise TypeError("read() didn't return bytes")
    target.frombytes(data)
    if len(data) < count:
        raise EOFError("read() didn't return enough bytes")


def _add_note(e, note):                     # BaseException.add_note
    try:
        notes = e.__notes__
    except AttributeError:
        notes = e.__notes__ = []
    if not isinstance(notes, list):
        raise TypeError("Cannot add note: __notes__ is not a list")
    list.append(notes, note)
