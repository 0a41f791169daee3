# The types of what the interpreter makes, and classes made by calls (PEP 560). Krait has no frames of
# its own type: FrameType is nobody's.
import sys


def _function():
    free = None

    def inner():
        return free
    return inner


def _generator():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


class _Class:
    __slots__ = ("member",)

    def method(self):
        pass


FunctionType = LambdaType = type(_function)
CodeType = type(_function.__code__)
CellType = type(_function().__closure__[0])
GeneratorType = type(_generator())
_one = _coroutine()
CoroutineType = type(_one)
_one.close()
AsyncGeneratorType = type(_async_generator())
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
GetSetDescriptorType = type(FunctionType.__code__)
MemberDescriptorType = type(_Class.member)
MappingProxyType = type(type.__dict__)
ModuleType = type(sys)
GenericAlias = type(list[int])
UnionType = type(int | str)
EllipsisType = type(...)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)


class FrameType:
    pass


class SimpleNamespace:
    def __init__(self, /, **named):
        self.__dict__.update(named)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        return "%s(%s)" % (name, ", ".join("%s=%r" % field for field in vars(self).items()))

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return vars(self) == vars(other)
        return NotImplemented


def resolve_bases(bases):
    resolved = []
    for base in bases:
        if not isinstance(base, type) and hasattr(base, "__mro_entries__"):
            entries = base.__mro_entries__(bases)
            if not isinstance(entries, tuple):
                raise TypeError("__mro_entries__ must return a tuple")
            resolved += entries
        else:
            resolved.append(base)
    return bases if resolved == list(bases) else tuple(resolved)


def prepare_class(name, bases=(), kwds=None):
    """(metaclass, namespace, keyword arguments for the metaclass)"""
    named = dict(kwds or ())
    meta = named.pop("metaclass", type(bases[0]) if bases else type)
    if isinstance(meta, type):
        for base in bases:
            if issubclass(type(base), meta):
                meta = type(base)
            elif not issubclass(meta, type(base)):
                raise TypeError(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                    "subclass of the metaclasses of all its bases")
    prepare = getattr(meta, "__prepare__", None)
    return meta, prepare(name, bases, **named) if prepare else {}, named


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, namespace, named = prepare_class(name, resolved, kwds)
    if exec_body:
        exec_body(namespace)
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    return meta(name, resolved, namespace, **named)


class DynamicClassAttribute(property):
    """A property of instances that classes leave to their metaclass."""

    def __get__(self, instance, owner=None):
        if instance is None:
            if getattr(self.fget, "__isabstractmethod__", False):
                return self
            raise AttributeError()
        return super().__get__(instance, owner)


def coroutine(function):
    return function
