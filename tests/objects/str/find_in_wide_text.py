# Positions in a long text of wide characters: each search goes on where the last one ended.
text = "€bcdefghij" * 1000
at = text.find("j")
found = 0
total = 0
while at >= 0:
    found += 1
    total += at
    at = text.find("j", at + 1)
print(found, total)                       # expect: 1000 5004000

print(text.find("j", 639), text.find("j", 640), text.rfind("€", 0, 641))   # expect: 639 649 640
longer = text + "é"                       # shares the text's buffer
print(longer.find("é"), longer.find("j", 9995), text.find("é"))   # expect: 10000 9999 -1
exact = "é" * 640
print(exact.rfind("é"), exact.find("é", 639), exact.find("é", 640))   # expect: 639 639 -1
