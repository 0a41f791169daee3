# __set_name__ tells a descriptor its owner and name.
class Field:
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        self.name = "_" + name
    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.name, "unset")
    def __set__(self, instance, value):
        setattr(instance, self.name, value)
class Row:
    a = Field()
    b = Field()
r = Row()
r.a = 1
print(r.a, r.b, r.__dict__)
Row.c = Field()
T = type("T", (), {"z": Field()})
print(T.z.name)

# output:
# named Row a
# named Row b
# 1 unset {'_a': 1}
# named T z
# _z
