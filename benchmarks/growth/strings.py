"""Strings and bytes: operations to be timed by measure.py, which provides operation()."""


@operation("str: += one character")
def _(n):
    def work():
        text = ""
        for _ in range(n):
            text += "x"
        return len(text)
    return work


@operation("str: += a wide character")
def _(n):
    def work():
        text = ""
        for _ in range(n):
            text += "\u20ac"
        return len(text)
    return work


@operation("str: += and reading the last character")
def _(n):
    def work():
        text = ""
        for _ in range(n):
            text += "x"
            if text[-1] != "x":
                raise ValueError
    return work


@operation("str: text = text + x")
def _(n):
    def work():
        text = ""
        for _ in range(n):
            text = text + "x"
        return len(text)
    return work


@operation("str: join")
def _(n):
    parts = ["ab"] * n
    return lambda: ",".join(parts)


@operation("str: index every character")
def _(n):
    text = "abcdefghij" * (n // 10)

    def work():
        for i in range(n):
            text[i]
    return work


@operation("str: index every wide character")
def _(n):
    text = "\u20acbcd\u00e9f\U0001f40dhij" * (n // 10)

    def work():
        for i in range(n):
            text[i]
    return work


@operation("str: wide characters from the end")
def _(n):
    text = "\u20acbcd\u00e9f\U0001f40dhij" * (n // 10)

    def work():
        for i in range(1, n + 1):
            text[-i]
    return work


@operation("str: slices of ten wide characters")
def _(n):
    text = "\u20acbcd\u00e9f\U0001f40dhij" * (n // 10)

    def work():
        for i in range(0, n, 10):
            text[i:i + 10]
    return work


@operation("str: for every character")
def _(n):
    text = "abcd\u00e9fghij" * (n // 10)

    def work():
        for _ in text:
            pass
    return work


@operation("str: find each, from where the last was")
def _(n):
    text = "abcdefghij" * (n // 10)

    def work():
        at = text.find("j")
        while at >= 0:
            at = text.find("j", at + 1)
    return work


@operation("str: find each among wide characters")
def _(n):
    text = "\u20acbcdefghij" * (n // 10)

    def work():
        at = text.find("j")
        while at >= 0:
            at = text.find("j", at + 1)
    return work


@operation("str: find what is nearly everywhere")
def _(n):
    text = "a" * n
    word = "a" * (n // 20) + "b"
    return lambda: text.find(word)


@operation("str: split and replace")
def _(n):
    text = "some words " * (n // 11)
    return lambda: (text.split(), text.split(" "), text.replace("o", "0"), text.count("r"))


@operation("str: splitlines, upper, strip, reversed")
def _(n):
    text = "A Line\n" * (n // 7)
    return lambda: (text.splitlines(), text.upper(), text.strip(), text[::-1])


@operation("str: == and hash of equal texts")
def _(n):
    text = "abcdefghij" * (n // 10)
    other = "abcdefghij" * (n // 10)
    return lambda: (text == other, {text: 1, other: 2})


@operation("str: % and format")
def _(n):
    def work():
        for i in range(n // 10):
            "%d %s" % (i, "x")
            "{} {:>4}".format(i, "x")
    return work


@operation("str: encode and decode")
def _(n):
    text = "abcd\u00e9fghij" * (n // 10)
    return lambda: text.encode().decode()


@operation("StringIO: write")
def _(n):
    import io

    def work():
        out = io.StringIO()
        for _ in range(n):
            out.write("x")
        return len(out.getvalue())
    return work


@operation("bytes: += one byte", 100000)
def _(n):
    def work():
        data = b""
        for _ in range(n):
            data += b"x"
    return work


@operation("bytearray: append")
def _(n):
    def work():
        data = bytearray()
        for _ in range(n):
            data.append(7)
    return work


@operation("bytearray: += ten bytes")
def _(n):
    def work():
        data = bytearray()
        for _ in range(n // 10):
            data += b"0123456789"
    return work


@operation("bytearray: del data[:10]")
def _(n):
    data = bytearray(n)

    def work():
        while data:
            del data[:10]
    return work


@operation("memoryview: slices")
def _(n):
    view = memoryview(bytearray(n))

    def work():
        for i in range(n):
            view[i:]
    return work
