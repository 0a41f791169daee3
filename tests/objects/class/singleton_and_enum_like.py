# Common patterns: singleton by metaclass, enumeration, fluent interface, mixins.
class Singleton(type):
    def __call__(cls, *a):
        if "_it" not in cls.__dict__: cls._it = super().__call__(*a)
        return cls._it
class Config(metaclass=Singleton):
    def __init__(self, v=0): self.v = v
print(Config(5) is Config(6), Config().v)  # expect: True 5
class EnumMeta(type):
    def __new__(m, name, bases, space):
        cls = super().__new__(m, name, bases, space)
        cls.members = {}
        for k, v in space.items():
            if isinstance(v, int):
                member = object.__new__(cls)
                member.name, member.value = k, v
                cls.members[k] = member
                setattr(cls, k, member)
        return cls
    def __iter__(cls): return iter(cls.members.values())
class Color(metaclass=EnumMeta):
    RED = 1
    GREEN = 2
    def __repr__(self): return "Color." + self.name
print(list(Color), Color.RED.value, Color.RED is Color.members["RED"])
# expect: [Color.RED, Color.GREEN] 1 True
class JsonMixin:
    def dump(self): return {k: v for k, v in sorted(vars(self).items())}
class Builder(JsonMixin):
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        def setter(v):
            self.__dict__[name] = v
            return self
        return setter
print(Builder().size(5).color("red").dump())  # expect: {'color': 'red', 'size': 5}
