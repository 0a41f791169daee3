# encode in utf-8, ascii, latin-1 with error handlers.
print("aé日😀".encode(), "é".encode("utf-8"), "abc".encode("ascii"), "é".encode("latin-1"),
      "a".encode(encoding="UTF8"))
# expect: b'a\xc3\xa9\xe6\x97\xa5\xf0\x9f\x98\x80' b'\xc3\xa9' b'abc' b'\xe9' b'a'
print("aé日".encode("ascii", "ignore"), "aé日".encode("ascii", "replace"),
      "é日".encode("ascii", "backslashreplace"), "é".encode("ascii", errors="xmlcharrefreplace"))
# expect: b'a' b'a??' b'\\xe9\\u65e5' b'&#233;'
for bad in (lambda: "é".encode("ascii"), lambda: "日".encode("latin-1"), lambda: "\ud800".encode(),
            lambda: "a".encode("no-such"), lambda: "é".encode("ascii", "no-such")):
    try:
        print(bad())
    except (UnicodeEncodeError, LookupError) as e:
        print(type(e).__name__)
        # expect: UnicodeEncodeError
        # expect: UnicodeEncodeError
        # expect: UnicodeEncodeError
        # expect: LookupError
        # expect: LookupError
