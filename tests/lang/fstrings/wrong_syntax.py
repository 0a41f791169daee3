# Malformed f-strings.
for source in ("f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{a!x}'", "f'{a!}'", "f'{a:{b:{c}}}'",
               "f'{a b}'",
               "f'{a!r b}'", "f'{!r}'", "f'{:x}'", "f'{=}'", "f'{*}'", "f'{lambda x: 1}'",
               "f'{a[}'",
               "f'{1=2}'", "fb'x'", "fu'x'", "f'{return}'", "f'{a = 1 = 2}'", "f'{**a}'"):
    try:
        compile(source, "", "eval")
        print("accepted", source)
    except SyntaxError:
        pass
print("all refused")  # expect: all refused
