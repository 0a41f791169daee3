# repr of bytes and bytearray.
print(b"", b"abc", b"it's", b'say "x"', b"'\"", b"\\\n\t\r\0\x7f\x80\xff", bytes(range(32, 127)))
# expect: b'' b'abc' b"it's" b'say "x"' b'\'"' b'\\\n\t\r\x00\x7f\x80\xff' b' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~'
print(bytearray(b'x\0y'), str(b"ab"), repr(bytearray()), [b"a"])
# expect: bytearray(b'x\x00y') b'ab' bytearray(b'') [b'a']
