# weakref: references that do not keep their object alive. It runs in the dict of the native module
# (modules/weakref.ts), whose _link(owner, object, callback[, shared]) makes what the collector empties
# (objects/weak.ts). Behaviour: docs.python.org/3/library/weakref.html
from collections.abc import MutableMapping, MutableSet

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]


def getweakrefcount(object, /):
    return len(getweakrefs(object))


class ReferenceType:
    """ref(object[, callback]): called, it gives the object, or None when that is gone."""

    __slots__ = ("__link", "__hash")

    def __new__(cls, object, callback=None, /, *args):
        shared = cls is ref and callback is None
        self = _shared(object, cls) if shared else None
        if self is None:
            self = _new(cls)
            self.__link = _link(self, object, callback, True) if shared else _link(self, object, callback)
        return self

    def __init__(self, object, callback=None, /):
        pass

    def __call__(self):
        return self.__link()

    @property
    def __callback__(self):
        return self.__link.callback

    def __eq__(self, other):
        if not isinstance(other, ref):
            return NotImplemented
        a, b = self.__link(), other.__link()
        return self is other if a is None or b is None else a == b

    def __hash__(self):
        try:
            return self.__hash
        except AttributeError:
            object = self.__link()
            if object is None:
                raise TypeError("weak object has gone away") from None
            self.__hash = value = hash(object)
            return value

    def __repr__(self):
        return f"<weakref at {id(self):#x}; {_about(self.__link())}>"

    __class_getitem__ = classmethod(type(list[int]))


ref = ReferenceType
_new = object.__new__


def _about(object):
    if object is None:
        return "dead"
    name = getattr(object, "__name__", None)
    return f"to {type(object).__name__!r} at {id(object):#x}" + (f" ({name})" if isinstance(name, str) else "")


# ---- proxies ----

_get, _set = object.__getattribute__, object.__setattr__


def _open(proxy):
    """The object of a proxy; anything else as it is. Raises ReferenceError."""
    if type(proxy) not in ProxyTypes:
        return proxy
    object = _get(proxy, "_link")()
    if object is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return object


def _forward(operation):
    return lambda self, *args: operation(_open(self), *map(_open, args))


def _reflected(operation):
    return lambda self, other: operation(_open(other), _open(self))


class ProxyType:
    """What proxy(object) gives: it does what the object does."""

    __slots__ = ("_link",)
    __hash__ = None

    def __new__(cls):
        raise TypeError(f"cannot create 'weakref.{cls.__name__}' instances")

    def __getattribute__(self, name):
        return getattr(_open(self), name)

    def __setattr__(self, name, value):
        setattr(_open(self), name, value)

    def __delattr__(self, name):
        delattr(_open(self), name)

    def __repr__(self):
        return f"<weakproxy at {id(self):#x} to {type(_get(self, '_link')()).__name__} at {id(_open(self)):#x}>"


class CallableProxyType(ProxyType):
    """A proxy of what can be called."""

    __slots__ = ()

    def __call__(self, /, *args, **kwargs):
        return _open(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


def _fill():
    import operator
    for f in (str, bool, len, iter, next, reversed, int, float, operator.index, abs, bytes, dir):
        setattr(ProxyType, f"__{f.__name__}__", _forward(f))
    for name in ("lt", "le", "eq", "ne", "gt", "ge", "neg", "pos", "invert", "contains", "getitem", "setitem", "delitem"):
        setattr(ProxyType, f"__{name}__", _forward(getattr(operator, name)))
    ProxyType.__divmod__, ProxyType.__rdivmod__ = _forward(divmod), _reflected(divmod)
    for name in ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "xor", "or"):
        operation = getattr(operator, f"__{name}__")
        setattr(ProxyType, f"__{name}__", _forward(pow if name == "pow" else operation))
        setattr(ProxyType, f"__r{name}__", _reflected(operation))
        setattr(ProxyType, f"__i{name}__", _forward(getattr(operator, f"__i{name}__")))


_fill()


def proxy(object, callback=None, /):
    cls = CallableProxyType if callable(object) else ProxyType
    self = _shared(object, cls) if callback is None else None
    if self is None:
        self = _new(cls)
        link = _link(self, object, callback, True) if callback is None else _link(self, object, callback)
        _set(self, "_link", link)
    return self


# ---- methods and finalizers ----

class WeakMethod(ref):
    """A reference to a bound method, which dies with its object (the method itself dies at once)."""

    __slots__ = ("_function", "_type", "_alive", "__weakref__")

    def __new__(cls, method, callback=None):
        try:
            object, function = method.__self__, method.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(method)}") from None

        def gone(_):
            self = weak()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)
        self = ref.__new__(cls, object, gone)
        self._function, self._type, self._alive = ref(function, gone), type(method), True
        weak = ref(self)
        return self

    def __call__(self):
        object, function = super().__call__(), self._function()
        return None if object is None or function is None else self._type(function, object)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    __hash__ = ref.__hash__


class finalize:
    """Calls function(*args, **kwargs) when the object is gone, at the latest when the program ends."""

    __slots__ = ("__weakref__",)
    # finalize -> [ref, function, args, kwargs, at exit?], the oldest first
    _registry = {}
    _registered = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered:
            import atexit
            atexit.register(self._exitfunc)
            finalize._registered = True
        self._registry[self] = [ref(obj, self), func, args, kwargs, True]

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info:
            return info[1](*info[2], **info[3])

    def peek(self):
        info = self._registry.get(self)
        object = info and info[0]()
        if object is not None:
            return object, info[1], info[2], info[3]

    def detach(self):
        found = self.peek()
        if found is not None:
            del self._registry[self]
        return found

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        return self.alive and self._registry[self][4]

    @atexit.setter
    def atexit(self, value):
        if self.alive:
            self._registry[self][4] = bool(value)

    def __repr__(self):
        found = self.peek()
        about = f"for {type(found[0]).__name__!r} at {id(found[0]):#x}" if found else "dead"
        return f"<{type(self).__name__} object at {id(self):#x}; {about}>"

    @classmethod
    def _exitfunc(cls):
        while True:
            last = next((f for f in reversed(cls._registry) if f.atexit), None)
            if last is None:
                return
            try:
                last()
            except Exception as e:
                import sys
                sys.print_exception(e, sys.stderr)


# ---- containers ----

class _Dictionary(MutableMapping):
    """What both dictionaries have in common. _pairs() gives what lives of `data`."""

    def __init__(self, other=(), /, **kwargs):
        self.data = {}
        self._gone = _forget(ref(self))
        self.update(other, **kwargs)

    def _pairs(self):
        # A copy: what dies while a program goes through it leaves the dictionary.
        for key, value in list(self.data.items()):
            pair = self._pair(key, value)
            if pair is not None:
                yield pair

    items = _pairs

    def keys(self):
        for key, _ in self._pairs():
            yield key

    __iter__ = keys

    def values(self):
        for _, value in self._pairs():
            yield value

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def __contains__(self, key):
        return self.get(key, _missing) is not _missing

    def __getitem__(self, key):
        value = self.get(key, _missing)
        if value is _missing:
            raise KeyError(key)
        return value

    def update(self, other=(), /, **kwargs):
        for key, value in other.items() if hasattr(other, "items") else dict(other).items():
            self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def popitem(self):
        while self.data:
            pair = self._pair(*self.data.popitem())
            if pair is not None:
                return pair
        raise KeyError("popitem(): dictionary is empty")

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        result = type(self)(other)
        result.update(self)
        return result


_missing = object()


def _forget(weak):
    """The callback of a container's references, which must not keep the container alive."""
    def gone(dead):
        container = weak()
        if container is not None:
            container._drop(dead)
    return gone


class KeyedRef(ref):
    """A reference that knows the key under which it stands."""

    __slots__ = ("key",)

    def __new__(cls, object, callback, key):
        self = ref.__new__(cls, object, callback)
        self.key = key
        return self

    def __init__(self, object, callback, key):
        pass


class WeakValueDictionary(_Dictionary):

    def _pair(self, key, value):
        value = value()
        return None if value is None else (key, value)

    def _drop(self, dead):
        if self.data.get(dead.key) is dead:
            del self.data[dead.key]

    def get(self, key, default=None):
        value = self.data.get(key)
        if value is not None:
            value = value()
        return default if value is None else value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._gone, key)

    def __delitem__(self, key):
        del self.data[key]

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        yield from self.valuerefs()


class WeakKeyDictionary(_Dictionary):

    def _pair(self, key, value):
        key = key()
        return None if key is None else (key, value)

    def _drop(self, dead):
        self.data.pop(dead, None)

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __setitem__(self, key, value):
        self.data[ref(key, self._gone)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def keyrefs(self):
        return list(self.data)


class WeakSet:

    def __init__(self, data=()):
        self.data = set()
        self._gone = _forget(ref(self))
        self.update(data)

    def _drop(self, dead):
        self.data.discard(dead)

    def __iter__(self):
        for item in list(self.data):
            item = item()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __repr__(self):
        return repr(self.data)

    def add(self, item):
        self.data.add(ref(item, self._gone))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def pop(self):
        while self.data:
            item = self.data.pop()()
            if item is not None:
                return item
        raise KeyError("pop from empty WeakSet")

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def update(self, other):
        for item in other:
            self.add(item)

    def union(self, other):
        result = self.copy()
        result.update(other)
        return result

    def difference(self, other):
        result = self.copy()
        result.difference_update(other)
        return result

    def intersection(self, other):
        return type(self)(item for item in other if item in self)

    def symmetric_difference(self, other):
        result = self.copy()
        result.symmetric_difference_update(other)
        return result

    def difference_update(self, other):
        self.data.difference_update(_refs(other))

    def intersection_update(self, other):
        self.data.intersection_update(_refs(other))

    def symmetric_difference_update(self, other):
        self.data.symmetric_difference_update({ref(item, self._gone) for item in other})

    def issubset(self, other):
        return self.data <= _refs(other)

    def issuperset(self, other):
        return self.data >= _refs(other)

    def isdisjoint(self, other):
        return self.data.isdisjoint(_refs(other))

    __or__, __sub__, __and__, __xor__ = union, difference, intersection, symmetric_difference
    __le__, __ge__ = issubset, issuperset
    __hash__ = None

    def __lt__(self, other):
        return self.data < _refs(other)

    def __gt__(self, other):
        return self.data > _refs(other)

    def __eq__(self, other):
        return self.data == _refs(other) if isinstance(other, type(self)) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self


MutableSet.register(WeakSet)


def _refs(items):
    return set(map(ref, items))
