# Lone surrogates in strings: kept, compared, not encodable.
s = "a\ud800b\udfff"
print(len(s), s[1] == "\ud800", ascii(s), s == "a\ud800b\udfff", ascii(s.upper()),
      hash(s) == hash("a" + "\ud800b\udfff"), ascii("\ud83d\ude00"), len("\ud83d\ude00"))
# expect: 4 True 'a\ud800b\udfff' True 'A\ud800B\udfff' True '\ud83d\ude00' 2
print(ascii(chr(0xd800)), ord("\udc80"), {s: 1}[s], s.find("\udfff"), ascii(s[::-1]),
      ascii(s.replace("\ud800", "x")))  # expect: '\ud800' 56448 1 3 '\udfffb\ud800a' 'axb\udfff'
try:
    s.encode("utf-8")
except UnicodeEncodeError:
    print("UnicodeEncodeError")  # expect: UnicodeEncodeError
