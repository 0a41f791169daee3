# Which objects can be held weakly.
import weakref, array, collections, io, functools, re


class Plain:
    def method(self):
        pass


class Slots:
    __slots__ = ("x",)


class WithWeak:
    __slots__ = ("x", "__weakref__")


class Below(Slots):
    pass


class BelowWeak(WithWeak):
    __slots__ = ()


class L(list):
    pass


class D(dict):
    pass


class S(str):
    pass


class I(int):
    pass


class T(tuple):
    pass


class B(bytes):
    pass


class F(float):
    pass


class E(Exception):
    pass


class Meta(type):
    pass


class OfMeta(metaclass=Meta):
    pass


def function():
    yield


async def coroutine():
    pass

co = coroutine()
yes = [Plain(), Plain().method, Plain, WithWeak(), Below(), BelowWeak(), L(), D(), S(), F(), E(), OfMeta, OfMeta(), function,
       function(), co, len, [].append, int, {1}, frozenset([1]), array.array("i"), collections.deque(), collections.OrderedDict(),
       collections.Counter(), io.StringIO(), io.BytesIO(), functools.partial(len), re.compile("a"), weakref, memoryview(b"a")]
for x in yes:
    print(weakref.ref(x)() is x, end=" ")
print()
# expect: True True True True True True True True True True True True True True True True True True True True True True True True True True True True True True True
no = [None, True, 5, 5.0, 5j, "a", b"a", bytearray(), (), (1,), [], {}, range(3), slice(1), object(), Slots(), I(), T(), B(),
      ValueError(), iter([]), ..., NotImplemented, property(), {}.keys()]
for x in no:
    try:
        weakref.ref(x)
        print(x)
    except TypeError as e:
        print(e)
        # expect: cannot create weak reference to 'NoneType' object
        # expect: cannot create weak reference to 'bool' object
        # expect: cannot create weak reference to 'int' object
        # expect: cannot create weak reference to 'float' object
        # expect: cannot create weak reference to 'complex' object
        # expect: cannot create weak reference to 'str' object
        # expect: cannot create weak reference to 'bytes' object
        # expect: cannot create weak reference to 'bytearray' object
        # expect: cannot create weak reference to 'tuple' object
        # expect: cannot create weak reference to 'tuple' object
        # expect: cannot create weak reference to 'list' object
        # expect: cannot create weak reference to 'dict' object
        # expect: cannot create weak reference to 'range' object
        # expect: cannot create weak reference to 'slice' object
        # expect: cannot create weak reference to 'object' object
        # expect: cannot create weak reference to 'Slots' object
        # expect: cannot create weak reference to 'I' object
        # expect: cannot create weak reference to 'T' object
        # expect: cannot create weak reference to 'B' object
        # expect: cannot create weak reference to 'ValueError' object
        # expect: cannot create weak reference to 'list_iterator' object
        # expect: cannot create weak reference to 'ellipsis' object
        # expect: cannot create weak reference to 'NotImplementedType' object
        # expect: cannot create weak reference to 'property' object
        # expect: cannot create weak reference to 'dict_keys' object
co.close()
