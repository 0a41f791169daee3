# Quoted-printable and uuencode at the ends of lines, of data, and of what fits in a line.
import binascii

print(binascii.b2a_qp(b"a \nb\t\nc "))  # expect: b'a=20\nb=09\nc=20'
print(binascii.b2a_qp(b"a \nb c ", header=True))  # expect: b'a_\nb_c=20'
print(binascii.b2a_qp(b".\n..\n.\0"))  # expect: b'=2E\n..\n=2E=00'
print(binascii.b2a_qp(b"one\r\ntwo\nthree"))  # expect: b'one\r\ntwo\r\nthree'
print(binascii.b2a_qp(b"one\rtwo\n", istext=False))  # expect: b'one=0Dtwo=0A'
for n in (75, 76, 77):
    a = binascii.b2a_qp(b"x" * n).split(b"\n")
    b = binascii.b2a_qp(b"x" * (n - 3) + b"=").split(b"\n")
    print(n, [len(line) for line in a], [len(line) for line in b])
# expect: 75 [75] [75]
# expect: 76 [76] [74, 3]
# expect: 77 [76, 2] [75, 3]
print(binascii.a2b_qp(b"a=3d=3D=3=\nb=\r\nc=="))  # expect: b'a===3bc='
print(binascii.a2b_qp(b"a_b=5F", header=True), binascii.a2b_qp(b"=4", False))  # expect: b'a b_' b'=4'
print(binascii.b2a_uu(b"cat"), binascii.b2a_uu(b"\0\0", backtick=True), binascii.b2a_uu(b""))
# expect: b'#8V%T\n' b'"````\n' b' \n'
print(binascii.a2b_uu(b"#8V%T\n"), binascii.a2b_uu("#8V\n"), len(binascii.a2b_uu(b"")))  # expect: b'cat' b'c`\x00' 32
for line in (b"#8V%Tx", b"#8\x01%T"):
    try:
        binascii.a2b_uu(line)
    except binascii.Error as e:
        print(e)
# expect: Trailing garbage
# expect: Illegal char
for call in (lambda: binascii.b2a_uu("cat"), lambda: binascii.b2a_qp(1), lambda: binascii.b2a_uu(bytes(46))):
    try:
        call()
    except (TypeError, binascii.Error) as e:
        print(e)
# expect: a bytes-like object is required, not 'str'
# expect: a bytes-like object is required, not 'int'
# expect: At most 45 bytes at once
