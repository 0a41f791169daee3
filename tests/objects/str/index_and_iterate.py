# Indexing, iteration and slicing of strings with wide characters.
s = "aé日😀z"
print(len(s), s[0], s[1], s[-1], s[2:4], s[::-1], s[-2], list(s), s[1::2])
# expect: 5 a é z 日😀 z😀日éa 😀 ['a', 'é', '日', '😀', 'z'] é😀
for bad in (5, -6, 10 ** 20):
    try:
        s[bad]
    except IndexError:
        print("IndexError")
        # expect: IndexError
        # expect: IndexError
        # expect: IndexError
for bad in ("0", 1.0, None, (1,)):
    try:
        s[bad]
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
long = "ab" * 500 + "é" + "日" * 500 + "😀" + "x" * 500
print(len(long), long[999:1003], long[1500:1503], long[-501], long.index("😀"), long[1001::100],
      long[:-1200:-200])  # expect: 2002 bé日日 日😀x 😀 1501 日日日日日😀xxxxx xxx日日日
try:
    s[0] = "b"
except TypeError:
    print("TypeError")  # expect: TypeError
