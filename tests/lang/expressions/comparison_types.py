# == between unlike types is False; ordering them raises TypeError.
print(1 == "1", None == 0, [] == (), "a" == b"a", {} == set())
# expect: False False False False False
print(1 == 1.0 == True, 0 == False, 1 + 0j == 1)  # expect: True True True
for a, b in ((1, "a"), ([], ()), (None, 1), ({}, {}), (1j, 1), (object(), object())):
    try:
        a < b
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
print(None != 1, "" is not None)  # expect: True True
