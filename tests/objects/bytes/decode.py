# decode with encodings and error handlers.
print(b"a\xc3\xa9\xe6\x97\xa5".decode(), b"abc".decode("ascii"), b"\xe9".decode("latin-1"),
      bytearray(b"x").decode("utf8"))  # expect: aé日 abc é x
print(ascii(b"a\xffb".decode("utf-8", "replace")), b"a\xffb".decode(errors="ignore"),
      b"a\xff".decode("utf-8", "backslashreplace"), b"\xe9".decode("ascii", "ignore"))
# expect: 'a\ufffdb' ab a\xff
bad = [b"\xff", b"\xc3", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe6\x97", b"\x80",
       b"\xf8\x88\x80\x80\x80"]
for b in bad:
    try:
        b.decode()
    except UnicodeDecodeError:
        print("UnicodeDecodeError", ascii(b.decode("utf-8", "replace")))
        # expect: UnicodeDecodeError '\ufffd'
        # expect: UnicodeDecodeError '\ufffd'
        # expect: UnicodeDecodeError '\ufffd\ufffd'
        # expect: UnicodeDecodeError '\ufffd\ufffd\ufffd'
        # expect: UnicodeDecodeError '\ufffd\ufffd\ufffd\ufffd'
        # expect: UnicodeDecodeError '\ufffd'
        # expect: UnicodeDecodeError '\ufffd'
        # expect: UnicodeDecodeError '\ufffd\ufffd\ufffd\ufffd\ufffd'
try:
    b"a".decode("no-such")
except LookupError:
    print("LookupError")  # expect: LookupError
