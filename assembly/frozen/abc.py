# abc: abstract base classes. _special and _match_as are native (modules/abc.ts). What makes their instances is refused by object.__new__, which looks at
# __abstractmethods__ (objects/shape.ts). Behaviour: docs.python.org/3/library/abc.html


def abstractmethod(function):
    function.__isabstractmethod__ = True
    return function


def _abstract(value):
    if isinstance(value, property):
        return _abstract(value.fget) or _abstract(value.fset) or _abstract(value.fdel)
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    return getattr(value, "__isabstractmethod__", False)


def update_abstractmethods(cls):
    if isinstance(cls, ABCMeta):
        names = {name for name, value in cls.__dict__.items() if _abstract(value)}
        for base in cls.__bases__:
            for name in getattr(base, "__abstractmethods__", ()):
                if _abstract(getattr(cls, name, None)):
                    names.add(name)
        cls.__abstractmethods__ = frozenset(sorted(names))
    return cls


class ABCMeta(type):

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls._abc_registry = []
        return update_abstractmethods(cls)

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if not issubclass(subclass, cls):
            if issubclass(cls, subclass):
                raise RuntimeError("Refusing to create an inheritance cycle")
            cls._abc_registry.append(subclass)
            _match_as(subclass, cls)
        return subclass

    def __instancecheck__(cls, instance):
        return issubclass(instance.__class__, cls) or issubclass(type(instance), cls)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        return cls in subclass.__mro__ or any(
            issubclass(subclass, c) for c in cls._abc_registry + type.__subclasses__(cls))


class ABC(metaclass=ABCMeta):
    __slots__ = ()
