# Frozen helpers that few programs need: as helpers.py, apart from it so that the others are at hand sooner.


def _normpath(path):                        # os.path.normpath
    slashes = len(path) - len(path.lstrip("/"))
    root = "//" if slashes == 2 else "/" if slashes else ""     # two slashes have a meaning of their own
    parts = []
    for part in path.split("/"):
        if part == "..":
            if parts and parts[-1] != part:
                parts.pop()
            elif not root:
                parts.append(part)
        elif part and part != ".":
            parts.append(part)
    return root + "/".join(parts) or "."


def _relpath(path, start):                  # os.path.relpath of normal, absolute paths
    a = [part for part in path.split("/") if part]
    b = [part for part in start.split("/") if part]
    while a and b and a[0] == b[0]:
        del a[0], b[0]
    return "/".join([".."] * len(b) + a) or "."


def _strftime(format, fields, zone):        # time.strftime, asctime; fields: as in struct_time; zone: seconds ahead of UTC
    year, month, day, hour, minute, second, weekday, yearday, unused = fields
    weekday %= 7
    month = "January February March April May June July August September October November December".split()[month - 1]
    name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[weekday]
    sign = -1 if year < 0 else 1

    def weeks(year):                        # of ISO 8601: 53 if it begins or ends on a Thursday
        ends = [(y + y // 4 - y // 100 + y // 400) % 7 for y in (year - 1, year)]
        return 53 if ends[0] == 3 or ends[1] == 4 else 52

    iso = year
    week = (yearday + 9 - weekday) // 7
    if week < 1:
        iso -= 1
        week = weeks(iso)
    elif week > weeks(year):
        iso += 1
        week = 1
    minutes = int(abs(zone) / 60)
    known = {
        "A": name, "a": name[:3], "B": month, "b": month[:3], "h": month[:3], "p": "AM" if hour < 12 else "PM", "n": "\n", "t": "\t",
        "%": "%", "Z": "" if zone else "UTC", "e": f"{day:2}", "d": f"{day:02}", "H": f"{hour:02}", "M": f"{minute:02}", "S": f"{second:02}",
        "I": f"{(hour + 11) % 12 + 1:02}", "m": f"{fields[1]:02}", "j": f"{yearday:03}", "V": f"{week:02}", "G": f"{iso}", "Y": f"{year}",
        "C": f"{sign * (sign * year // 100):02}", "y": f"{sign * (sign * year % 100):02}", "u": f"{weekday + 1}",
        "w": f"{(weekday + 1) % 7}", "U": f"{(yearday + 6 - (weekday + 1) % 7) // 7:02}", "W": f"{(yearday + 6 - weekday) // 7:02}",
        "z": ("-" if zone <= -60 else "+") + f"{minutes // 60 * 100 + minutes % 60:04}",
    }
    whole = {"c": "%a %b %e %H:%M:%S %Y", "D": "%m/%d/%y", "x": "%m/%d/%y", "F": "%Y-%m-%d", "r": "%I:%M:%S %p", "R": "%H:%M",
             "T": "%H:%M:%S", "X": "%H:%M:%S"}

    def text(format):
        out = ""
        i = 0
        while i < len(format):
            c = format[i]
            i += 1
            if c == "%" and i < len(format):
                c = format[i]
                i += 1
                c = text(whole[c]) if c in whole else known.get(c, "%" + c)
            out += c
        return out

    return text(format)


def _b2a_uu(data, zero):                    # binascii.b2a_uu; zero: the character for 0
    n = len(data)
    out = bytearray([n + 32 if n else zero])
    data += b"\0\0"
    for i in range(0, n, 3):
        word = int.from_bytes(data[i:i + 3], "big")
        for shift in (18, 12, 6, 0):
            value = word >> shift & 63
            out.append(value + 32 if value else zero)
    out.append(10)
    return bytes(out)


def _a2b_uu(data, error):                   # binascii.a2b_uu
    out = bytearray()
    left = bits = 0
    i = 1
    while len(out) < ((data or b"\0")[0] - 32 & 63):
        value = 0
        if i < len(data) and data[i] not in (10, 13):
            value = data[i] - 32
            if not 0 <= value <= 64:
                raise error("Illegal char")
        i += 1
        left = left << 6 | value & 63
        bits += 6
        if bits >= 8:
            bits -= 8
            out.append(left >> bits & 255)
            left &= (1 << bits) - 1
    if data[i:].strip(b" `\n\r"):
        raise error("Trailing garbage")
    return bytes(out)


def _a2b_qp(data, header):                  # binascii.a2b_qp
    out = bytearray()
    i = 0
    while i < len(data):
        byte = data[i]
        i += 1
        if byte != 61:
            out.append(32 if header and byte == 95 else byte)
            continue
        pair = data[i:i + 2]
        if not pair:
            break
        if pair[0] == 10 or pair[0] == 13:              # a soft line break
            i = data.find(10, i) + 1 or len(data)
        elif pair[0] == 61:
            out.append(61)
            i += 1
        elif len(pair) == 2 and not pair.strip(b"0123456789abcdefABCDEF"):
            out.append(int(pair, 16))
            i += 2
        else:
            out.append(61)
    return bytes(out)


def _b2a_qp(data, tabs, text, header):      # binascii.b2a_qp
    out = bytearray()
    column = i = 0
    newline = b"\r\n" if b"\n" in data and b"\r" == data[:data.find(b"\n")][-1:] else b"\n"
    while i < len(data):
        byte = data[i]
        i += 1
        after = data[i:i + 2]
        if text and (byte == 10 or byte == 13 and after[:1] == b"\n"):
            if out[-1:] in (b" ", b"\t"):
                out[-1:] = b"=%02X" % out[-1]
            out += newline
            if byte == 13:
                i += 1
            column = 0
            continue
        quote = (byte > 126 or byte == 61 or header and byte == 95 or byte == 46 and column == 0 and after[:1] in b"\n\r\0"
                 or (tabs or not after if byte == 32 or byte == 9 else byte < 33 and (byte != 13 and byte != 10 or not text)))
        width = 3 if quote else 1
        if column + width > 75 and (quote or after[:1] not in b"\n"):
            out += b"=" + newline
            column = 0
        if quote:
            out += b"=%02X" % byte
        else:
            out.append(95 if header and byte == 32 else byte)
        column += width
    return bytes(out)
