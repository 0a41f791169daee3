# The parts of format strings that string.Formatter asks for.


def formatter_field_name_split(field):
    end = min([field.find(c) for c in ".[" if c in field], default=len(field))
    first = int(field[:end]) if field[:end].isdigit() else field[:end]

    def rest(at):
        while at < len(field):
            if field[at] == ".":
                stop = min([field.find(c, at + 1) for c in ".[" if field.find(c, at + 1) > 0],
                           default=len(field))
                if stop == at + 1:
                    raise ValueError("Empty attribute in format string")
                yield True, field[at + 1:stop]
                at = stop
            elif field[at] == "[":
                stop = field.find("]", at)
                if stop < 0:
                    raise ValueError("Missing ']' in format string")
                key = field[at + 1:stop]
                if not key:
                    raise ValueError("Empty attribute in format string")
                yield False, int(key) if key.isdigit() else key
                at = stop + 1
            else:
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return first, rest(end)


def formatter_parser(text):
    at = 0
    literal = ""
    while at < len(text):
        c = text[at]
        if text[at:at + 2] in ("{{", "}}"):
            yield literal + c, None, None, None
            literal = ""
            at += 2
        elif c == "}":
            raise ValueError("Single '}' encountered in format string")
        elif c == "{":
            depth, end = 1, at + 1
            while end < len(text) and depth:
                depth += {"{": 1, "}": -1}.get(text[end], 0)
                end += 1
            if depth:
                raise ValueError("Single '{' encountered in format string" if end == at + 1
                                 else "expected '}' before end of string")
            field, _, spec = text[at + 1:end - 1].partition(":")
            field, mark, conversion = field.partition("!")
            yield literal, field, spec, conversion if mark else None
            literal = ""
            at = end
        else:
            literal += c
            at += 1
    if literal:
        yield literal, None, None, None
