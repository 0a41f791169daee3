# Attribute access on instances, classes, modules, literals.
class C:
    x = 1
c = C()
print(c.x, C.x)  # expect: 1 1
c.x = 2
print(c.x, C.x)  # expect: 2 1
del c.x
print(c.x)  # expect: 1
print(1 .real, 1..is_integer(), (5).bit_length(), "a".upper(), [].__len__())  # expect: 1 True 3 A 0
try:
    c.missing
except AttributeError as e:
    print(e)  # expect: 'C' object has no attribute 'missing'
try:
    None.x = 1
except AttributeError:
    print("AttributeError")  # expect: AttributeError
try:
    object().x = 1
except AttributeError:
    print("AttributeError")  # expect: AttributeError
