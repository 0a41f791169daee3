# time: calendar times, each function compiled when it is first called, in the dict of the native module
# (assembly/modules/time.ts). Behaviour: docs.python.org/3/library/time.html


def _seconds(seconds):
    if seconds is None:
        seconds = time()
    elif not isinstance(seconds, (int, float)):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    if not abs(seconds) < 6.7e13:
        raise OverflowError("timestamp out of range for platform time_t")
    return int(seconds // 1)


def _date(seconds, summer):             # struct_time of seconds since 1970
    days, rest = divmod(seconds, 86400)
    # Years begin in March here, so that the leap day is the last.
    era, day = divmod(days + 719468, 146097)
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    leap = year % 4 == 0 and (year % 100 != 0 or year == 0)
    return struct_time((
        year + era * 400 + (month > 9), month - 9 if month > 9 else month + 3, day - (153 * month + 2) // 5 + 1,
        rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7,
        day - 305 if month > 9 else day + 60 + leap, summer))


def gmtime(seconds=None, /):
    return _date(_seconds(seconds), 0)


def localtime(seconds=None, /):
    seconds = _seconds(seconds)
    # Winter time is the smaller of the offsets half a year apart.
    zone = _zone(seconds)
    return _date(seconds + int(zone), 1 if zone > _zone(seconds + 15768000) else 0)


def _numbers(t):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) not in (8, 9):
        raise TypeError("mktime needs a tuple of length 8 or 9")
    for n in t:
        if not isinstance(n, int):
            raise TypeError(f"'{type(n).__name__}' object cannot be interpreted as an integer")
        if abs(n) > 1 << 40:
            raise OverflowError("mktime argument out of range")
    return [*t]


def mktime(t, /):
    year, month, day, hour, minute, second = _numbers(t)[:6]
    year += (month - 1) // 12
    if abs(year) > 1000000:
        raise OverflowError("mktime argument out of range")
    month = (month + 9) % 12            # from March on
    if month > 9:
        year -= 1
    day += year * 365 + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 - 719469
    local = 0.0 + ((day * 24 + hour) * 60 + minute) * 60 + second
    # The offset at the moment that is looked for: the second guess is right but in the hour that is skipped.
    return local - _zone(local - _zone(local))


def _fields(t):                         # what is to be shown; as in CPython a month or day of 0 counts as 1
    t = _numbers(localtime() if t is None else t)
    for i in (1, 2, 7):
        t[i] = t[i] or 1
    for i, least, most, name in (
            (1, 1, 12, "month"), (2, 1, 31, "day of month"), (3, 0, 23, "hour"), (4, 0, 59, "minute"),
            (5, 0, 61, "seconds"), (6, -1, 6, "day of week"), (7, 1, 366, "day of year")):
        if not least <= t[i] <= most:
            raise ValueError(name + " out of range")
    return t


def asctime(t=None, /):
    return _text("%a %b %e %H:%M:%S %Y", _fields(t), 0)


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    return _text(format, _fields(t), _zone(time()))


def _text(format, fields, zone):        # fields: as in struct_time; zone: seconds ahead of UTC
    year, month, day, hour, minute, second, weekday, yearday = fields[:8]
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
