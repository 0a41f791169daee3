# KeyError carries the key.
for key in ("text", 5, (1, 2), None, 1.5):
    try:
        {}[key]
    except KeyError as e:
        print(repr(e), e, e.args[0] == key)
        # expect: KeyError('text') 'text' True
        # expect: KeyError(5) 5 True
        # expect: KeyError((1, 2)) (1, 2) True
        # expect: KeyError(None) None True
        # expect: KeyError(1.5) 1.5 True
try:
    del {}["gone"]
except KeyError as e:
    print(repr(e))  # expect: KeyError('gone')
