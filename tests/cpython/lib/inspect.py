# What can be said without looking into CPython's own objects.
import sys
import types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED = 1, 2, 4, 8, 16
CO_GENERATOR, CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE = 32, 64, 128, 256
CO_ASYNC_GENERATOR = 512


def _is(cls):
    return lambda value: isinstance(value, cls)


isclass = _is(type)
ismodule = _is(types.ModuleType)
isfunction = _is(types.FunctionType)
ismethod = _is(types.MethodType)
isgenerator = _is(types.GeneratorType)
iscoroutine = _is(types.CoroutineType)
isasyncgen = _is(types.AsyncGeneratorType)
iscode = _is(types.CodeType)
isbuiltin = _is(types.BuiltinFunctionType)
istraceback = _is(types.TracebackType)


def _has_flag(flag):
    return lambda function: bool(getattr(unwrap(function), "__code__", None)
                                 and function.__code__.co_flags & flag)


def unwrap(function, *, stop=None):
    while hasattr(function, "__wrapped__") and not (stop and stop(function)):
        function = function.__wrapped__
    return function


isgeneratorfunction = _has_flag(CO_GENERATOR)
iscoroutinefunction = _has_flag(CO_COROUTINE)
isasyncgenfunction = _has_flag(CO_ASYNC_GENERATOR)


def isawaitable(value):
    return iscoroutine(value) or hasattr(type(value), "__await__")


def isabstract(value):
    return isclass(value) and bool(getattr(value, "__abstractmethods__", ()))


def isroutine(value):
    return callable(value) and not isclass(value)


def isdatadescriptor(value):
    return not isclass(value) and (hasattr(type(value), "__set__")
                                   or hasattr(type(value), "__delete__"))


def ismethoddescriptor(value):
    return (not isclass(value) and not isfunction(value) and not ismethod(value)
            and hasattr(type(value), "__get__") and not hasattr(type(value), "__set__"))


def getmro(cls):
    return cls.__mro__


def getdoc(value):
    doc = getattr(value, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    rest = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(rest) if rest else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    return "\n".join(lines).strip("\n")


def getattr_static(value, name, *default):
    for owner in [value, *type(value).__mro__]:
        found = getattr(owner, "__dict__", {})
        if name in found:
            return found[name]
    if default:
        return default[0]
    raise AttributeError(name)


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, \
    CORO_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_frame is None:
        return GEN_CLOSED
    return GEN_SUSPENDED


def currentframe():
    return None


def stack(context=1):
    return []


def _unknown(*arguments, **named):
    raise ValueError("signatures are not known here")


signature = getfullargspec = _unknown


class Parameter:
    empty = POSITIONAL_ONLY = POSITIONAL_OR_KEYWORD = VAR_POSITIONAL = KEYWORD_ONLY = None
    VAR_KEYWORD = None


class Signature:
    empty = None


def getsource(value):
    raise OSError("no source")


getsourcelines = getsourcefile = getsource


def getmodule(value):
    return sys.modules.get(getattr(value, "__module__", None))
