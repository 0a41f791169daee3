"""Binary data: CRC-32 by table, run-length coding, base64 and hex in bytes and bytearray."""
import sys

SIZE = 150000
SMALL = 300

ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def make_table():
    table = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ 0xEDB88320 if n & 1 else n >> 1
        table.append(n)
    return table


def crc32(data, table):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = crc >> 8 ^ table[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


def pack(data):
    """Run lengths: pairs of count and byte."""
    out = bytearray()
    i = 0
    n = len(data)
    while i < n:
        byte = data[i]
        start = i
        while i < n and data[i] == byte and i - start < 255:
            i += 1
        out.append(i - start)
        out.append(byte)
    return bytes(out)


def unpack(data):
    out = bytearray()
    for i in range(0, len(data), 2):
        out.extend(data[i + 1:i + 2] * data[i])
    return bytes(out)


def base64(data):
    out = bytearray()
    for i in range(0, len(data) - 2, 3):
        word = data[i] << 16 | data[i + 1] << 8 | data[i + 2]
        out.append(ALPHABET[word >> 18])
        out.append(ALPHABET[word >> 12 & 63])
        out.append(ALPHABET[word >> 6 & 63])
        out.append(ALPHABET[word & 63])
    return out


def run(size):
    table = make_table()
    data = bytearray(size)
    state = 5
    for i in range(size):
        state = (state * 69069 + 1) & 0x7FFFFFFF
        data[i] = state >> 24 & 0x11
    packed = pack(data)
    same = unpack(packed) == data
    text = base64(packed)
    letters = 0
    for byte in text:
        letters = (letters * 5 + byte) & 0xFFFFFF
    spelled = "".join(["%02x" % byte for byte in packed[:size // 10]])
    again = bytes([int(spelled[i:i + 2], 16) for i in range(0, len(spelled), 2)])
    return ("%08x" % crc32(data, table), len(packed), same, letters, again == packed[:size // 10])


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
