# Source as bytes that are not UTF-8.
for source in (b"x = '\xff'", b"x = '\xc3'", b"\x80", b"x = '\xf8\x88\x80\x80\x80'"):
    try:
        compile(source, "", "exec")
        print("accepted")
    except (SyntaxError, ValueError):
        print("refused")
        # expect: refused
        # expect: refused
        # expect: refused
        # expect: refused
exec("y = '\u00e9'.encode() == b'\\xc3\\xa9'".encode())
print(y)  # expect: True
