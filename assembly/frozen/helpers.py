# Frozen helpers: what natives hand over when the work runs Python code (assembly/objects/frozen.ts).
# Each stands for the native named beside it; arguments are checked there. Plain, fast functions without defaults; each is
# compiled by itself at its first use, so none uses another.


def _build_class(body, name, bases, given, metaclass, namespace, keywords, run):    # class statements
    cell = run(body, namespace)
    if given is not bases:
        namespace["__orig_bases__"] = given
    if cell is not None:
        namespace["__classcell__"] = cell
    cls = metaclass(name, bases, namespace, **keywords)
    if cell is not None and isinstance(cls, type):
        try:
            found = cell.cell_contents
        except ValueError:
            raise RuntimeError(f"__class__ not set defining {name!r} as {cls!r}. "
                               "Was __classcell__ propagated to type.__new__?") from None
        if found is not cls:
            raise TypeError(f"__class__ set to {found!r} defining {name!r} as {cls!r}")
    return cls


def _list(iterable):            # list(iterable), list.extend
    return [x for x in iterable]


def _sequence_next(it, target, index):      # next() of the old sequence protocol
    try:
        return target[index]
    except (IndexError, StopIteration):
        it._end()
    raise StopIteration


def _callable_next(it, f, sentinel):        # next(iter(f, sentinel))
    try:
        item = f()
    except StopIteration:
        item = sentinel
    if sentinel is item or sentinel == item:
        it._end()
        raise StopIteration
    return item


def _list_extend(target, iterable):         # list.extend(iterable)
    append = target.append
    for x in iterable:
        append(x)


def _tuple(iterable):                       # tuple(iterable)
    return (*[x for x in iterable],)


def _list_sort(target, items, key, reverse, finish):    # list.sort(key=key): target is empty meanwhile
    keys = None
    try:
        keys = [key(x) for x in items]
    finally:
        finish(target, items, keys, reverse)


def _sort_new(items, key, reverse):         # sorted(built-in iterable, key=key): items is a fresh list
    items.sort(key=key, reverse=reverse)
    return items


def _sorted(iterable, key, reverse):        # sorted(iterable)
    items = [x for x in iterable]
    items.sort(key=key, reverse=reverse)
    return items


def _dict_update(target, other, kwargs, result):        # dict.update(other, **kwargs), dict(other, **kwargs)
    if hasattr(other, "keys"):
        for key in other.keys():
            target[key] = other[key]
    else:
        n = 0
        for item in other:
            try:
                pair = [*item]
            except TypeError:
                raise TypeError(f"cannot convert dictionary update sequence element #{n} to a sequence") from None
            if len(pair) != 2:
                raise ValueError(
                    f"dictionary update sequence element #{n} has length {len(pair)}; 2 is required")
            target[pair[0]] = pair[1]
            n += 1
    if kwargs:
        target.update(kwargs)
    return result


def _dict_fromkeys(cls, iterable, value):   # dict.fromkeys
    result = cls()
    for key in iterable:
        result[key] = value
    return result


def _set(iterable):                         # set(iterable)
    return {x for x in iterable}


def _frozenset(iterable):                   # frozenset(iterable)
    return frozenset({x for x in iterable})


def _set_method(target, name, args):        # set.update(iterable) and all others that take iterables
    return getattr(target, name)(*[[*x] for x in args])


def _join(glue, iterable):                  # str.join(iterable), also of bytes and bytearray
    return glue.join([x for x in iterable])


def _bytes(kind, iterable):                 # bytes(iterable), bytearray(iterable)
    return kind([x for x in iterable])


def _bytearray_extend(target, iterable):    # bytearray.extend(iterable), array.extend(iterable)
    target.extend([x for x in iterable])


def _array(target, iterable):               # array(typecode, iterable): target is a fresh array
    target.extend([x for x in iterable])
    return target


def _enumerate_next(count, it):             # next(enumerate(...))
    return (count, next(it))


def _zip_next(its):                         # next(zip(...))
    return (*[next(it) for it in its],)


def _zip_strict_next(its):                  # next(zip(..., strict=True))
    row = []
    for it in its:
        for item in it:
            row.append(item)
            break
        else:
            break
    n = len(row)
    if n == len(its):
        return (*row,)
    if n:
        raise ValueError(f"zip() argument {n + 1} is shorter than argument{' 1' if n == 1 else f's 1-{n}'}")
    for it in its:
        for item in it:
            raise ValueError(f"zip() argument {n + 1} is longer than argument{' 1' if n == 1 else f's 1-{n}'}")
        n += 1
    raise StopIteration


def _map_next(f, its):                      # next(map(f, a, b))
    return f(*[next(it) for it in its])


def _map1_next(f, it):                      # next(map(f, a))
    return f(next(it))


def _filter_next(f, it):                    # next(filter(f, a))
    for item in it:
        if f(item):
            return item
    raise StopIteration


def _filter_true_next(f, it):               # next(filter(None, a))
    for item in it:
        if item:
            return item
    raise StopIteration


def _sum(iterable, total):                  # sum(iterable, total)
    for item in iterable:
        total = total + item
    return total


def _prod(iterable, total):                 # math.prod(iterable, start=total)
    for item in iterable:
        total = total * item
    return total


def _min(items, key, has_default, default):             # min(items, key=key, default=default)
    it = iter(items)
    for best in it:
        break
    else:
        if has_default:
            return default
        raise ValueError("min() arg is an empty sequence")
    if key is None:
        for item in it:
            if item < best:
                best = item
        return best
    least = key(best)
    for item in it:
        k = key(item)
        if k < least:
            best = item
            least = k
    return best


def _max(items, key, has_default, default):             # max(items, key=key, default=default)
    it = iter(items)
    for best in it:
        break
    else:
        if has_default:
            return default
        raise ValueError("max() arg is an empty sequence")
    if key is None:
        for item in it:
            if item > best:
                best = item
        return best
    most = key(best)
    for item in it:
        k = key(item)
        if k > most:
            best = item
            most = k
    return best


def _any(iterable):                         # any(iterable)
    for item in iterable:
        if item:
            return True
    return False


def _all(iterable):                         # all(iterable)
    for item in iterable:
        if not item:
            return False
    return True


# ---- io ----


def _io_readline(stream, size):          # IOBase.readline
    line = bytearray()
    if size is None:
        size = -1
    while size < 0 or len(line) < size:
        piece = stream.read(1)
        if not piece:
            break
        line += piece
        if piece[-1] == 10:
            break
    return bytes(line)


def _io_readlines(stream, hint):         # IOBase.readlines
    lines = []
    total = 0
    for line in stream:
        lines.append(line)
        total += len(line)
        if hint is not None and 0 < hint <= total:
            break
    return lines


def _io_writelines(stream, lines):          # IOBase.writelines
    for line in lines:
        stream.write(line)


def _io_next(stream):                       # IOBase.__next__
    line = stream.readline()
    if not line:
        raise StopIteration
    return line


def _io_raw_read(stream, size):          # RawIOBase.read
    if size is None or size < 0:
        return stream.readall()
    data = bytearray(size)
    count = stream.readinto(data)
    if count is None:
        return None
    return bytes(data[:count])


def _io_raw_readall(stream):                # RawIOBase.readall
    data = bytearray()
    while True:
        piece = stream.read(8192)
        if not piece:
            break
        data += piece
    return bytes(data) if data or piece is not None else None


def _io_buffered_readinto(stream, target, most):     # BufferedIOBase.readinto
    view = memoryview(target).cast("B")
    if most is not None and most >= 0:
        view = view[:most]
    data = stream.read(len(view))
    view[:len(data)] = data
    return len(data)


# ---- re ----

def _re_sub(pattern, f, string, count, glue, pair):     # Pattern.sub(f, string, count), f a function
    pieces = []
    end = n = 0
    for match in pattern.finditer(string):
        start, stop = match.span()
        if start > end:
            pieces.append(string[end:start])
        end = stop
        item = f(match)
        if item is not None:
            pieces.append(item)
        n += 1
        if n == count:
            break
    pieces.append(string[end:])
    result = glue.join(pieces)
    return (result, n) if pair else result


# ---- attributes, classes, builtins ----


def _get_or(fallback, object, name, getter, *args):     # a getter whose AttributeError leads to __getattr__
    try:
        return getter(*args)
    except AttributeError:
        return fallback(object, name)


def _getattr_default(default, getter, *args):           # getattr(object, name, default)
    try:
        return getter(*args)
    except AttributeError:
        return default


def _hasattr(unused, getter, *args):                    # hasattr(object, name)
    try:
        getter(*args)
        return True
    except AttributeError:
        return False


def _call_for_none(setter, *args):                      # setattr, delattr
    setter(*args)


def _init(object, init, args, keywords):                # C(...): __init__ after the object was made
    result = init(object, *args, **keywords)
    if result is not None:
        raise TypeError(f"__init__() should return None, not '{type(result).__name__}'")
    return object


def _call(f, args, keywords):               # functools' caches; keywords: a dict or None
    return f(*args, **keywords or {})


def _next_or(step, default):                # next(iterator, default)
    try:
        return step()
    except StopIteration:
        return default


async def _anext_or(awaitable, default):    # anext(iterator, default)
    try:
        return await awaitable
    except StopAsyncIteration:
        return default


def _deque(target, iterable):               # deque(iterable)
    append = target.append
    for x in iterable:
        append(x)
    return target


def _deque_extendleft(target, iterable):    # deque.extendleft(iterable)
    append = target.appendleft
    for x in iterable:
        append(x)


def _os_walk(top, topdown, onerror):        # os.walk
    import os
    try:
        entries = list(os.ilistdir(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [entry[0] for entry in entries if entry[1] == 0x4000]
    files = [entry[0] for entry in entries if entry[1] != 0x4000]
    if topdown:
        yield top, folders, files
    for name in folders:
        yield from _os_walk(os.path.join(top, name), topdown, onerror)
    if not topdown:
        yield top, folders, files


def _js_wait(wait, token):      # a JavaScript function whose answer comes later
    return wait(token)


def _js_await(wait, token, modules):    # await of a JavaScript promise
    loop = modules.get("asyncio")
    if loop is not None:
        yield from loop._wait_token(token)
    return wait(token)


def _js_ready(value):           # await of what is there already
    return value
    yield


async def _js_task(f, args, keywords):  # a call that the host makes a task of
    r = f if args is None else f(*args, **keywords)
    if hasattr(type(r), "__await__"):
        r = await r
    return r


def _float_fromhex(cls, text):              # float.fromhex; text: a plain str
    s = text.strip(" \t\n\r\f\v").lower()
    minus = s[:1] == "-"
    if minus or s[:1] == "+":
        s = s[1:]
    if s == "inf" or s == "infinity":
        x = 1e999
    elif s == "nan":
        x = 1e999 - 1e999
    else:
        digits, p, power = (s[2:] if s[:2] == "0x" else s).partition("p")
        whole, point, part = digits.partition(".")
        digits = whole + part
        tail = power[1:] if power[:1] == "-" or power[:1] == "+" else power
        if not digits or p and not tail or digits.strip("0123456789abcdef") or tail.strip("0123456789"):
            raise ValueError("invalid hexadecimal floating-point string")
        n = int(digits, 16)
        e = (int(power) if p else 0) - 4 * len(part)
        bits = n.bit_length() + e
        try:
            if not n or bits < -1080:
                x = 0.0
            elif bits > 1024:
                raise OverflowError
            else:
                x = float(n << e) if e >= 0 else n / (1 << -e)
        except OverflowError:
            raise OverflowError("hexadecimal value too large to represent as a float") from None
    if minus:
        x = -x
    return x if cls is float else cls(x)


def _maketrans(x, *rest):                   # str.maketrans
    made = {}
    if not rest:
        if not isinstance(x, dict):
            raise TypeError("if you give only one argument to maketrans it must be a dict")
        for key, value in dict.items(x):
            if isinstance(key, str):
                if len(key) != 1:
                    raise ValueError("string keys in translate table must be of length 1")
                key = ord(key)
            elif not isinstance(key, int):
                raise TypeError("keys in translate table must be strings or integers")
            made[key] = value
        return made
    if not isinstance(x, str):
        raise TypeError("first maketrans argument must be a string if there is a second argument")
    for i, s in enumerate(rest):
        if not isinstance(s, str):
            raise TypeError(f"maketrans() argument {i + 2} must be str, not {type(s).__name__}")
    if len(x) != len(rest[0]):
        raise ValueError("the first two maketrans arguments must have equal length")
    for a, b in zip(x, rest[0]):
        made[ord(a)] = ord(b)
    for c in rest[1] if len(rest) > 1 else "":
        made[ord(c)] = None
    return made


def _merge_mro(cls, bases):                 # the mro of a class with several bases: C3
    rows = []
    ahead = {}                              # id of a class -> in how many rows it stands behind others
    for base in bases:
        for other in bases[:len(rows)]:
            if other is base:
                raise TypeError(f"duplicate base class {base.__name__}")
        rows.append([*base.__mro__])
    rows = [row for row in [*rows, [*bases]] if row]
    for row in rows:
        for c in row[1:]:
            ahead[id(c)] = ahead.get(id(c), 0) + 1
    mro = [cls]
    while rows:
        for row in rows:
            c = row[0]
            if not ahead.get(id(c)):
                break
        else:
            names = {id(row[0]): row[0].__name__ for row in rows}
            raise TypeError("Cannot create a consistent method resolution\norder (MRO) for bases " + ", ".join(names.values()))
        mro.append(c)
        left = []
        for row in rows:
            if row[0] is c:
                del row[0]
                if not row:
                    continue
                ahead[id(row[0])] -= 1
            left.append(row)
        rows = left
    return (*mro,)


def _slot_names(slots, owner, namespace, names):        # appends what __slots__ names
    owner = owner.lstrip("_")
    for name in [slots] if isinstance(slots, str) else slots:
        if not isinstance(name, str):
            raise TypeError(f"__slots__ items must be strings, not '{type(name).__name__}'")
        if not name.isidentifier():
            raise TypeError("__slots__ must be identifiers")
        special = name in ("__dict__", "__weakref__")
        if owner and name[:2] == "__" != name[-2:]:
            name = f"_{owner}{name}"
        if name in namespace and not special:
            raise ValueError(f"{name!r} in __slots__ conflicts with class variable")
        if name not in names:
            names.append(name)


def _view_shape(view, shape):               # memoryview.cast(format, shape): view is cast to the format
    if not isinstance(shape, (list, tuple)):
        raise TypeError("shape must be a list or a tuple")
    if len(shape) != 1:
        raise NotImplementedError("memoryview: views of several dimensions are not supported")
    if shape[0].__index__() * view.itemsize != view.nbytes:
        raise TypeError("memoryview: product(shape) * itemsize != buffer size")
    return view


def _interleave(text, fresh, most):         # text.replace("", fresh, most)
    n = min(len(text) + 1, most)
    return text[:0].join([text[:0] + fresh + text[i:i + 1] for i in range(n)] + [text[n:]])


def _range_index(values, x):                # range.index of what is no int
    i = 0
    for y in values:
        if y == x:
            return i
        i += 1
    raise ValueError("sequence.index(x): x not in sequence")


def _range_count(values, x):                # range.count of what is no int
    n = 0
    for y in values:
        if y == x:
            n += 1
    return n


def _help(*args):                           # help()
    if not args:
        print("Krait runs MicroPython programs. help(x) shows what an object has.")
        return
    x = args[0]
    if x == "modules":
        import sys
        names = sorted({*sys.builtin_module_names, *sys.modules})
        while names:
            print("".join([name.ljust(18) for name in names[:4]]).rstrip())
            del names[:4]
        print("Plus any modules on the filesystem")
        return
    print("object", x, "is of type", type(x).__name__)
    for name in dir(x):
        if name[:2] != "__":
            try:
                print("  " + name + " --", repr(getattr(x, name)))
            except AttributeError:
                pass
