# Functions of codecs over str.encode and bytes.decode.
import io

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_UTF16_LE = BOM_LE = BOM_UTF16 = BOM = b"\xff\xfe"
BOM_UTF16_BE = BOM_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = b"\xff\xfe\0\0"
BOM_UTF32_BE = b"\0\0\xfe\xff"


def encode(obj, encoding="utf-8", errors="strict"):
    return obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    return obj.decode(encoding, errors)


class CodecInfo:
    def __init__(self, name):
        self.name = name

    def encode(self, text, errors="strict"):
        return text.encode(self.name, errors), len(text)

    def decode(self, data, errors="strict"):
        return bytes(data).decode(self.name, errors), len(data)


def lookup(encoding):
    "".encode(encoding)
    return CodecInfo(encoding.lower().replace("_", "-"))


def register(search):
    pass


unregister = register


def register_error(name, handler):
    pass


def lookup_error(name):
    raise LookupError("unknown error handler name '%s'" % name)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def utf_8_decode(data, errors="strict", final=False):
    return lookup("utf-8").decode(data, errors)


def utf_8_encode(text, errors="strict"):
    return lookup("utf-8").encode(text, errors)


def open(path, mode="r", encoding=None, errors="strict", buffering=-1):
    return io.open(path, mode, encoding=encoding, errors=errors)
