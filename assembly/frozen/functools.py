# functools: what is written in Python. partial and the object of
# a cache (objects/lru_cache.ts) are native (assembly/modules/functools.ts); this file runs in the
# same module. Behaviour: docs.python.org/3/library/functools.html

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache",
           "cmp_to_key", "lru_cache", "reduce", "partial", "partialmethod", "singledispatch",
           "singledispatchmethod", "cached_property"]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


def reduce(function, sequence, *initial):
    it = iter(sequence)
    if initial:
        if len(initial) > 1:
            raise TypeError(f"reduce expected at most 3 arguments, got {len(initial) + 2}")
        value = initial[0]
    else:
        for value in it:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in it:
        value = function(value, item)
    return value


def cmp_to_key(mycmp):
    class K:
        __slots__ = ("obj",)

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None
    return K


# total_ordering: how each comparison follows from the one that the class has and from ==.

def _not(r):
    return r if r is NotImplemented else not r


def _ordering(cls, root):
    given = getattr(cls, root)

    def strict(self, other):            # the root, but not equal
        r = given(self, other)
        return r if r is NotImplemented else bool(r and self != other)

    def loose(self, other):             # the root, or equal
        r = given(self, other)
        return r if r is NotImplemented else bool(r or self == other)

    def opposite(self, other):
        return _not(given(self, other))

    def opposite_strict(self, other):   # neither the root nor equal
        r = given(self, other)
        return r if r is NotImplemented else not r and self != other

    def opposite_loose(self, other):    # not the root, or equal
        r = given(self, other)
        return r if r is NotImplemented else not r or self == other

    if root == "__lt__":
        return {"__gt__": opposite_strict, "__le__": loose, "__ge__": opposite}
    if root == "__le__":
        return {"__ge__": opposite_loose, "__lt__": strict, "__gt__": opposite}
    if root == "__gt__":
        return {"__lt__": opposite_strict, "__ge__": loose, "__le__": opposite}
    return {"__le__": opposite_loose, "__gt__": strict, "__lt__": opposite}


def total_ordering(cls):
    names = [n for n in ("__lt__", "__le__", "__gt__", "__ge__")
             if getattr(cls, n, None) is not getattr(object, n, None)]
    if not names:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, f in _ordering(cls, names[0]).items():
        if name not in names:
            f.__name__ = name
            setattr(cls, name, f)
    return cls


# ---- caches ----

class _CacheInfo(tuple):
    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))

    def __repr__(self):
        return f"CacheInfo(hits={self[0]}, misses={self[1]}, maxsize={self[2]}, currsize={self[3]})"

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _cached(function, maxsize, typed)
    return decorate


def cache(function, /):
    return _cached(function, None, False)


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = getattr(func, "__doc__", None)

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f"instance to cache {name!r} property.") from None
        if name in values:
            return values[name]
        value = self.func(instance)
        values[name] = value
        return value


# ---- methods and dispatch ----

class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        shown = [repr(self.func)] + [repr(a) for a in self.args]
        shown += [f"{k}={v!r}" for k, v in self.keywords.items()]
        return f"functools.partialmethod({', '.join(shown)})"

    def __get__(self, obj, cls=None):
        func = self.func
        get = getattr(type(func), "__get__", None)
        if get is not None:
            bound = get(func, obj, cls)
            if bound is not func:
                if obj is None and bound is not None and isinstance(func, type(_cached)):
                    return self._unbound()
                return partial(bound, *self.args, **self.keywords)
        if obj is None:
            return self._unbound()
        return partial(func, obj, *self.args, **self.keywords)

    def _unbound(self):
        func, given, known = self.func, self.args, self.keywords

        def method(self, /, *args, **keywords):
            return func(self, *given, *args, **{**known, **keywords})
        return method


def singledispatch(func):
    registry = {}
    known = {}

    def dispatch(cls):
        f = known.get(cls)
        if f is None:
            for base in cls.__mro__:
                if base in registry:
                    f = registry[base]
                    break
            else:
                f = registry[object]
            known[cls] = f
        return f

    def register(cls, f=None):
        if not isinstance(cls, type):
            if f is not None or not hasattr(cls, "__annotations__") or not cls.__annotations__:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` "
                                "or plain `@register` on an annotated function.")
            f = cls
            for cls in f.__annotations__.values():
                break
            if isinstance(cls, str):
                cls = eval(cls, f.__globals__)
            if not isinstance(cls, type):
                raise TypeError(f"Invalid annotation. {cls!r} is not a class.")
        elif f is None:
            return lambda f: register(cls, f)
        registry[cls] = f
        known.clear()
        return f

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{getattr(func, '__name__', 'singledispatch function')} requires at least "
                            "1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        dispatcher = self.dispatcher

        def method(*args, **kwargs):
            return dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)
        method.register = self.register
        return method
