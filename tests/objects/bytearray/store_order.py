# The value is looked at before the index.
x = bytearray(b"abc")
for i, v in ((9, 300), (9, "a"), (9, 5), (0, 300), (0, None), (1, 255)):
    try:
        x[i] = v
        print(x)
    except Exception as e:
        print(type(e).__name__)

# output:
# ValueError
# TypeError
# IndexError
# ValueError
# TypeError
# bytearray(b'a\xffc')
