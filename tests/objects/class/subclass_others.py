# Subclasses of set, bytearray, bytes, property, classmethod, module, type of generators.
class S(set):
    def add(self, x): super().add(str(x))
s = S()
s.add(5)
s |= {"6"}
print(sorted(s), type(s).__name__, type(s | {1}).__name__, "5" in s, len(s))
# expect: ['5', '6'] S set True 2
class B(bytearray):
    def push(self, x): self.append(x % 256)
b = B(b"ab")
b.push(355)
print(b, len(b), b == b"abc", bytes(b))  # expect: B(b'abc') 3 True b'abc'
class Cached(property):
    def __get__(self, obj, owner):
        print("cached get")  # expect: cached get
        return super().__get__(obj, owner)
class C:
    @Cached
    def x(self): return 5
print(C().x)  # expect: 5
class ByteText(bytes):
    def text(self): return self.decode()
print(ByteText(b"xy").text(), ByteText(b"xy") + b"z")  # expect: xy b'xyz'
