"""Random programs with what CPython prints for them: python3 differ.py AREA SEED FIRST COUNT -> JSON [[source, output] ...].

A program prints values and types of exceptions only. Program number N of an area and a seed is always the same.
"""
import io
import json
import random
import sys
import warnings
from contextlib import redirect_stdout

PRELUDE = """def t(f):
    try:
        r = f()
        print(type(r).__name__, repr(r))
    except Exception as e:
        print(type(e).__name__)
"""
R = random.Random()
pick, chance = R.choice, lambda percent: R.random() * 100 < percent
INTS = [0, 1, -1, 2, 3, 7, -5, 10, 42, 255, 256, -128, 1000, 65535, 2**31, -2**31, 2**62 - 1, 2**62, -2**62, 2**63, 2**64 + 3, -2**70, 10**25]
FLOATS = ["0.0", "-0.0", "1.0", "0.5", "-2.5", "3.14159", "1e10", "1e-7", "1e22", "1e300", "5e-324", "1.7976931348623157e308",
          "float('inf')", "float('-inf')", "float('nan')", "123456789.125", "0.1", "2.675", "1e16", "99999.5", "-1e-5"]
WORDS = ["", "a", "abc", "Hello World", "  pad  ", "x,y,,z", "AbC", "123", "-4", "straße", "İx", "ǆ", "é\u0301", "日本語", "a\tb\nc", "\x00z",
         "\U0001f600!", "mississippi", "  ", "%s{}", "aXbXc", "ﬁ", "١٢", "title case here", "they're", "\r\n x\n", "²", "_id9", "0x1f"]


def integer(): return pick(INTS) if chance(60) else R.randint(-300, 300)
def small(): return R.randint(-6, 6)
def number():
    k = R.random()
    return repr(integer()) if k < .5 else pick(FLOATS) if k < .9 else pick(["True", "False", "1j", "(2-3j)", "complex('nan')", "0j"])
def word(): return pick(WORDS)
def text(): return repr(word() if chance(80) else word() + word())
def index(): return pick(["", "", str(small()), str(R.randint(-20, 20))])
def slice_(): return f"{index()}:{index()}" + (f":{pick(['', '1', '2', '-1', '-2', '3', '0'])}" if chance(50) else "")
def value(): return pick([lambda: repr(integer()), lambda: pick(FLOATS), text, lambda: "None", lambda: "True", lambda: repr(word().encode()),
                          lambda: f"[{number()}, {text()}]", lambda: f"({small()}, {text()})", lambda: f"{{{text()}: {number()}}}"])()
def tests(make, count=12): return PRELUDE + "".join(f"t(lambda: {make()})\n" for _ in range(count))


def spec():
    fill = pick(["", "", "", "*", "0", "é", " "])
    align = pick(["", "<", ">", "^", "="]) if fill or chance(50) else ""
    if fill and not align:
        align = pick("<>^=")
    return (fill + align + pick(["", "", "+", "-", " "]) + pick(["", "", "#"]) + pick(["", "", "0"])
            + pick(["", "", "1", "8", "20"]) + pick(["", "", ",", "_"]) + pick(["", "", ".0", ".1", ".3", ".10", ".25"])
            + pick(["", "", "d", "x", "X", "o", "b", "c", "n", "e", "E", "f", "F", "g", "G", "%", "s", "q"]))
def format_():
    v = pick([number, text, value])()
    s = spec()
    k = R.randint(0, 4)
    if k == 0: return f"format({v}, {s!r})"
    if k == 1: return f"{('{:' + s + '}')!r}.format({v})"
    if k == 2:
        p = "%" + pick(["", "-", "+", " ", "0", "#", "-0", "+0", "# "]) + pick(["", "5", "12", "*"]) + pick(["", ".0", ".2", ".8", ".*"]) + pick("diouxXeEfFgGcrsa%q")
        n = p.count("*")
        return f"{('<' + p + '>')!r} % ({''.join(f'{small()}, ' for _ in range(n))}{v},)" if chance(90) else f"{p!r} % {v}"
    if k == 3: return f"(lambda v, w: f'{{v{pick(['', '!r', '!s', '!a'])}:{{w}}}}|{{w}}{{{{}}}}')({v}, {s!r})"
    return f"{pick(['{0[a]}', '{0[1]}', '{0.real}', '{a.b}', '{!r:>8}', '{1}{0}', '{}{0}', '{:{}}', '{', '}', '{{}}', '{0[x}', '{x!z}', '{:>{w}.{p}}'])!r}.format({v}, {value()}, w=8, p=2)"


def struct_():
    f = pick(["", "<", ">", "!", "=", "@"]) + "".join(pick(["", "2", "0"]) + pick("bBhHiIlLqQfd?xsce") + pick(["", " "]) for _ in range(R.randint(1, 4)))
    k = R.randint(0, 3)
    if k == 0: return f"struct.calcsize({f!r})"
    if k == 1: return f"struct.unpack({f!r}, bytes(range(60, 60 + struct.calcsize({f!r}))))"
    vals = ", ".join(pick([lambda: str(integer()), lambda: pick(FLOATS), lambda: "b'ab'", lambda: "True", lambda: "b'z'"])() for _ in range(R.randint(1, 4)))
    if k == 2: return f"struct.pack({f!r}, {vals})"
    c = pick("bBhHiIqQfd")
    v = pick(FLOATS) if c in "fd" and chance(70) else integer()
    return f"struct.unpack('<{c}', struct.pack('<{c}', {v}))"


def pattern(depth=2):
    k = R.randint(0, 11 if depth else 5)
    if k <= 2: return pick(list("abcxyz ")) + pick(["", "", "?", "*", "+", "{2}", "{1,2}", "*?", "+?", "{,2}"])
    if k == 3: return pick([r"\d", r"\w", r"\s", r"\b", r"\D", r"\W", ".", "^", "$", r"\.", r"\B", r"\S"])
    if k == 4: return "[" + pick(["", "^"]) + pick(["a-c", "xyz", r"\d", "a-z0-9", r"\w-", "]a", "é"]) + "]" + pick(["", "+", "*", "?"])
    if k == 5: return pick(["ab", "a|b", "foo", "i", "s+"])
    inner = "".join(pattern(depth - 1) for _ in range(R.randint(1, 3)))
    return pick(["({})", "(?:{})", "({})*", "(?:{})+", "({})?", "(?P<n>{})", "(?={})", "(?!{})", "(?<!x){}", "({})|z", "(?i:{})"]).format(inner)
SUBS = ["<>", "-", r"[\g<0>]", r"\1", ""]
ARRAY = "array.array('h', range(8))"
def re_():
    p = "".join(pattern() for _ in range(R.randint(1, 3)))
    if chance(15): p += pick([r"\1", "(", ")", "[", "*", "(?P=n)", "{2", "\\"])
    s = pick([text(), repr("".join(pick("abcxyz 12.") for _ in range(R.randint(0, 14))))])
    k = pick(["search", "match", "fullmatch", "findall", "split", "sub", "finditer", "subn"])
    if k in ("search", "match", "fullmatch"): return f"(lambda m: m and (m.span(), m.group(), m.groups(), m.groupdict()))(re.{k}({p!r}, {s}))"
    if k == "finditer": return f"[(m.span(), m.groups()) for m in re.finditer({p!r}, {s})]"
    if k in ("sub", "subn"): return f"re.{k}({p!r}, {pick(SUBS)!r}, {s}{pick(['', ', 1'])})"
    return f"re.{k}({p!r}, {s}{pick(['', ', 2']) if k == 'split' else ''})"


def jsonable(depth=2):
    k = R.randint(0, 8 if depth else 4)
    if k <= 4: return pick([lambda: repr(integer()), lambda: pick(FLOATS), text, lambda: "None", lambda: "True"])()
    if k <= 6: return "[" + ", ".join(jsonable(depth - 1) for _ in range(R.randint(0, 3))) + "]"
    return "{" + ", ".join(f"{pick([text, number])()}: {jsonable(depth - 1)}" for _ in range(R.randint(0, 3))) + "}"
def json_():
    k = R.randint(0, 4)
    if k <= 1:
        o = pick(["", ", indent=2", ", sort_keys=True", ", separators=(',', ':')", ", ensure_ascii=False", ", indent='-'", ", allow_nan=False", ", skipkeys=True"])
        return f"json.dumps({jsonable()}{o})"
    if k == 2: return f"json.loads(json.dumps({jsonable()}))"
    s = pick(['[1, 2.5e3, "x"]', '{"a": [true, null]}', '"\\u00e9\\ud83d\\ude00"', "-0", "1E400", "01", "[1,]", '{"a" 1}', "NaN", '"\\x"', ' [ ] ', '{"a":1,"a":2}', "tru", '"\t"', "-", "1.", ".5", "[1 2]", '{1:2}', "1e5", "123456789012345678901234567890"])
    if chance(40) and s:
        i = R.randrange(len(s))
        s = s[:i] + pick(["", "]", "}", '"', ",", "\\", " ", "0"]) + s[i + R.randint(0, 1):]
    return f"json.loads({s!r})"


def numbers():
    ops = ["+", "-", "*", "/", "//", "%", "==", "<", ">=", "!=", "&", "|", "^", "<=", ">"]
    k = R.randint(0, 7)
    if k <= 3: return f"{number()} {pick(ops)} {number()}" + (f" {pick(ops[:6])} {number()}" if chance(40) else "")
    if k == 4: return f"({number()}) ** ({small()})" if chance(70) else f"pow({integer()}, {R.randint(0, 40)}, {integer()})"
    if k == 5: return f"{integer()} {pick(['<<', '>>'])} {R.randint(-1, 90)}"
    if k == 6: return f"{pick(['int', 'float', 'complex', 'round', 'abs', 'bool', 'hash', 'str', 'divmod', 'hex', 'bin', 'oct', 'math.floor', 'math.trunc', 'math.ceil', 'float.hex', 'repr'])}({number()}{pick(['', '', f', {number()}', f', {small()}'])})"
    return pick([f"int({text()}, {R.randint(0, 37)})", f"float({text()})", f"int({pick(['_1', '1_0', '0b11', '0x_f', '1__0', ' 12 ', '+-1', '1e5', '٣'])!r}, {pick(['0', '10', '16'])})",
                 f"({number()}).{pick(['real', 'imag', 'conjugate()', 'is_integer()', 'as_integer_ratio()', 'bit_length()', 'bit_count()', '__round__()', '__floor__()', '__hash__()', 'hex()'])}",
                 f"({integer()}).to_bytes({R.randint(0, 10)}, {pick(['big', 'little'])!r}{pick(['', ', signed=True'])})", f"int.from_bytes({word().encode()!r}, {pick(['big', 'little'])!r}{pick(['', ', signed=True'])})",
                 f"math.{pick(['gcd', 'lcm', 'comb', 'perm', 'isqrt', 'fmod', 'copysign', 'hypot', 'ldexp', 'remainder', 'isclose', 'dist'])}({number()}, {number()})", f"sum([{number()}, {number()}, {number()}])", f"{number()} < {number()} <= {number()}",
                 f"round({pick(FLOATS)}, {R.randint(-3, 18)})"])


STR = ["upper()", "lower()", "title()", "swapcase()", "casefold()", "capitalize()", "strip()", "lstrip({s})", "rstrip({s})", "strip({s})", "split()", "split({s})", "split({s}, {n})",
       "rsplit({s}, {n})", "rsplit(None, {n})", "split(None, {n})", "splitlines()", "splitlines(True)", "partition({s})", "rpartition({s})", "find({s}, {n}, {m})", "rfind({s})", "index({s})", "rindex({s}, {n})",
       "count({s})", "count({s}, {n})", "replace({s}, {s})", "replace({s}, {s}, {n})", "startswith({s})", "endswith({s}, {n}, {m})", "startswith(({s}, {s}))", "center({m}, {c})", "ljust({m})", "rjust({m}, {c})", "zfill({m})",
       "expandtabs({n})", "join([{s}, {s}])", "isalpha()", "isdigit()", "isdecimal()", "isnumeric()", "isalnum()", "isidentifier()", "isspace()", "isupper()", "islower()", "istitle()", "isprintable()", "isascii()",
       "removeprefix({s})", "removesuffix({s})", "encode()", "encode('latin-1', {e})", "encode('ascii', {e})", "translate({{97: 'X', 98: None}})", "__contains__({s})", "__mul__({n})", "format({s})", "maketrans({s}, {s})"]
def fill(template, piece):
    while "{s}" in template: template = template.replace("{s}", piece(), 1)
    return (template.replace("{n}", str(small())).replace("{m}", str(R.randint(-12, 12))).replace("{c}", repr(pick("*é ")))
            .replace("{e}", repr(pick(["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "bogus"]))).replace("{{", "{").replace("}}", "}"))
def str_():
    if chance(15): return f"{text()}[{slice_() if chance(60) else small()}]"
    if chance(10): return f"{text()} {pick(['+', '<', '==', 'in', '>='])} {pick([text, number])()}"
    return f"{text()}.{fill(pick(STR), lambda: pick([text, lambda: repr(pick(word() or ' '))])())}"
def bytes_():
    kind = pick(["", "bytearray", "bytes"])
    def piece(): return repr(pick([word(), pick(word() or " ")]).encode())
    if chance(15): return f"{kind}({piece()})[{slice_() if chance(60) else small()}]"
    m = pick([x for x in STR if not any(w in x for w in ("casefold", "isdecimal", "isnumeric", "isident", "isprintable", "encode", "translate", "format", "maketrans"))]
             + ["hex()", "hex(':')", "hex({c}, {n})", "decode()", "decode('utf-8', {e})", "decode('latin-1')", "decode('ascii', {e})", "fromhex('0aFF')", "fromhex({s})", "translate(None, {s})"])
    m = fill(m.replace("{c}", repr(b"*") if "just" in m or "center" in m else "'-'"), piece)
    return f"{kind}({piece()}).{m}"


def slices():
    lines = [PRELUDE, f"x = {pick(['list(range(8))', 'bytearray(range(8))', '[*' + text() + ']', ARRAY])}\n"]
    for _ in range(12):
        v = pick(["[]", "[1, 2, 3]", "range(3)", "x", "x[1:3]", "b'ab'", "5", "(7,)", "'xy'", "iter([1])", "bytearray(b'q')", "array.array('h', [9])"])
        s = pick([f"x[{slice_()}] = {v}", f"del x[{slice_()}]", f"x[{small()}] = {pick(['1', '300', '-1', 'None', '7'])}", f"del x[{small()}]", f"x.insert({small()}, 5)", f"x.pop({small()})",
                  f"x += {v}", f"x *= {pick(['2', '0', '1', '-1'])}", f"x.extend({v})", "x.reverse()", f"x.append({pick(['3', '256', 'None'])})", f"x.remove({small()})", f"print(x.index({small()}, {small()}))", f"print(x[{slice_()}])"])
        if not s.startswith("print"): s = s.replace(":0]", ":3]")     # which of two errors comes first
        if s == "x += x": s = "x.extend(x)"                   # a bytearray says BufferError
        lines.append(f"try: {s}\nexcept Exception as e: print(type(e).__name__)\nprint(x)\nx = x[:40]\n")
    return "".join(lines)


def sorting():
    items = pick([lambda: "[" + ", ".join(repr(R.randint(-20, 20)) for _ in range(R.randint(0, 40))) + "]", lambda: "[" + ", ".join(text() for _ in range(8)) + "]",
                  lambda: "[" + ", ".join(number() for _ in range(5)) + "]", lambda: "[" + ", ".join(f"({small()}, {text()})" for _ in range(9)) + "]", lambda: f"{text()}"])()
    key = pick(["", "", ", key=abs", ", key=lambda v: str(v)", ", key=lambda v: v % 3", ", key=len", ", key=lambda v: (v % 2, -v)", ", key=str.lower", ", key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))"])
    rev = pick(["", "", ", reverse=True", ", reverse=0"])
    f = pick(["sorted({i}{k}{r})", "max({i}{k}, default=None)", "min({i}{k})", "heapq.nsmallest(3, {i}{k})", "heapq.nlargest(2, {i}{k})", "bisect.bisect({i}, 3)", "[*reversed({i})]", "sum({i})",
              "list(zip({i}, {i}[1:]))", "list(itertools.groupby(sorted({i}{k})))[:0]", "[(k, list(g)) for k, g in itertools.groupby({i}{k})]", "collections.Counter({i}).most_common(2)", "list(itertools.accumulate({i}, max))"])
    if "groupby" in f and "cmp_to_key" in key: key = ""       # prints the keys
    if "heapq" in f and "%" in key: key = ""                  # NaN is not ordered
    return f.replace("{i}", items).replace("{k}", key).replace("{r}", rev)


def dicts():
    plain = chance(70)                       # an OrderedDict that is empty asks for hashes
    lines = [PRELUDE, "d = {}\ns = set()\n" if plain else "d = collections.OrderedDict()\ns = set('abc')\n"]
    def key(): return pick(["1", "True", "1.0", "'a'", "'b'", "(1, 2)", "None", "0.5", "2", "'c'"] + ["[1]"] * plain + [ "frozenset({1})", "b'a'"])
    def other(): return pick([f"{{{key()}, {key()}}}", f"[{key()}, {key()}]", "s", "frozenset('ab')", "'abc'", f"{{{key()}: 1}}", "d", "d.keys()", "5"])
    for _ in range(16):
        k = pick([f"d[{key()}] = {small()}", f"del d[{key()}]", f"r = d.pop({key()}, 0)", f"r = d.pop({key()})", f"r = d.setdefault({key()}, {small()})", f"d.update({pick(['{1: 2}', 'a=1, b=2', '[(1, 2), (3, 4)]', '[(1,)]', 'd', '5'])})",
                  "r = d.popitem()", f"r = d.get({key()})", f"r = {key()} in d", f"d |= {pick(['{1: 2}', '[(1, 2)]', 'd', '5', '[1]'])}", f"r = d | {other()}", f"r = dict.fromkeys({pick(['d', '(1, 2, 1)', '5'])}, 1)", f"r = list(d.items() {pick('&|-^')} {other()}) == 0", f"r = d.keys() {pick(['&', '-', '<=', '=='])} {other()}",
                  f"s.{pick(['add', 'discard', 'remove'])}({key()})", f"s {pick(['|=', '&=', '-=', '^='])} {other()}", f"r = sorted(map(repr, s {pick('|&-^')} {other()}))", f"r = s {pick(['<', '<=', '==', '>=', '!='])} {other()}", f"r = s.{pick(['issubset', 'issuperset', 'isdisjoint'])}({other()})",
                  f"s.{pick(['update', 'intersection_update', 'difference_update', 'symmetric_difference_update'])}({other()})", f"r = [k for k in d]", "r = [*reversed(d)]", f"r = {{**d, {key()}: 0}}", f"r = {{k: v for k, v in d.items() if v}}", f"d = d.copy()", "r = d == dict(reversed(list(d.items())))"])
        lines.append(f"r = None\ntry: {k}\nexcept Exception as e: print(type(e).__name__)\nprint(r if not isinstance(r, (set, frozenset)) else sorted(map(repr, r)), d, sorted(map(repr, s)))\n")
    return "".join(lines)


class Lines:
    """A program with random structure, indented."""

    def __init__(self): self.lines, self.n = [], 0
    def add(self, depth, line): self.lines.append("    " * depth + line)
    def name(self):
        self.n += 1
        return f"v{self.n}"
    def text(self): return "\n".join(self.lines) + "\n"


EXCEPTIONS = ["ValueError", "KeyError", "IndexError", "LookupError", "TypeError", "ZeroDivisionError", "ArithmeticError", "Exception", "StopIteration", "RuntimeError", "GeneratorExit"]
def exceptions():
    p = Lines()
    p.add(0, "class CM:\n    def __init__(self, n, swallow): self.n, self.swallow = n, swallow\n    def __enter__(self):\n        print('enter', self.n)\n        if self.n % 5 == 4: raise KeyError(self.n)\n        return self.n\n    def __exit__(self, t, v, tb):\n        print('exit', self.n, t and t.__name__)\n        if self.n % 7 == 6: raise IndexError(self.n)\n        return self.swallow")
    def body(d, loop, deep):
        for _ in range(R.randint(1, 3)): statement(d, loop, deep)
    def statement(d, loop, deep):
        k = R.randint(0, 13 if deep else 5)
        if k == 0: p.add(d, f"print({R.randint(0, 99)})")
        elif k == 1: p.add(d, f"raise {pick(EXCEPTIONS)}({R.randint(0, 9)})" + pick(["", "", " from None", " from ValueError('cause')"]))
        elif k == 2: p.add(d, f"return {R.randint(0, 99)}")
        elif k == 3: p.add(d, pick(["break", "continue"]) if loop else "x = 1 // 0")
        elif k == 4: p.add(d, pick(["[][1]", "{}['k']", "print(undefined)", "None + 1", "raise", "x = int('z')"]))
        elif k == 5: p.add(d, f"print('s', {R.randint(0, 99)})")
        elif k <= 9:
            p.add(d, "try:")
            body(d + 1, loop, deep - 1)
            star = chance(15)
            some = R.randint(0, 2)
            for _ in range(some):
                e = pick(EXCEPTIONS[:8]) if chance(80) else "(ValueError, KeyError)"
                p.add(d, f"except{'*' if star else ''} {e} as e:")
                p.add(d + 1, "print(type(e).__name__, e.args if not hasattr(e, 'exceptions') else [type(x).__name__ for x in e.exceptions], type(e.__context__).__name__, type(e.__cause__).__name__)")
                mark = len(p.lines)
                body(d + 1, loop and not star, deep - 1)
                if star: p.lines[mark:] = [x.replace("return ", "print(") + ")" if x.strip().startswith("return ") else x.replace("break", "pass").replace("continue", "pass") for x in p.lines[mark:]]
            if some and chance(40):
                p.add(d, "else:")
                body(d + 1, loop, deep - 1)
            if not some or chance(50):
                p.add(d, "finally:")
                body(d + 1, loop, deep - 1)
        elif k <= 11:
            p.add(d, f"with CM({R.randint(0, 9)}, {pick(['True', 'False', 'None'])}) as c" + (f", CM({R.randint(0, 9)}, False)" if chance(30) else "") + ":")
            body(d + 1, loop, deep - 1)
        else:
            p.add(d, f"for i{d} in range({R.randint(1, 3)}):")
            body(d + 1, True, deep - 1)
            if chance(30):
                p.add(d, "else:")
                body(d + 1, False, deep - 1)
    for i in range(3):
        p.add(0, f"def f{i}():")
        body(1, False, 3)
        p.add(0, f"try: print('returned', f{i}())\nexcept BaseException as e: print('raised', type(e).__name__, type(e.__context__).__name__, type(e.__cause__).__name__, e.__suppress_context__)")
    return p.text()


def generators(is_async=False):
    p = Lines()
    a, y = ("async ", "await step") if is_async else ("", "yield ")
    if is_async:
        p.add(0, "class Step:\n    def __init__(self, v): self.v = v\n    def __await__(self):\n        return (yield self.v)\ndef step(v): return Step(v)")
    names = []
    def body(name, d, deep):
        for _ in range(R.randint(1, 3)):
            k = R.randint(0, 10 if deep else 4)
            if k <= 1: p.add(d, f"x = {y}({R.randint(0, 99)})\n" + "    " * d + "print('got', x)")
            elif k == 2: p.add(d, f"print({R.randint(0, 99)})")
            elif k == 3: p.add(d, pick([f"return {R.randint(0, 9)}", "raise ValueError(1)", "raise StopIteration(2)", "x = 1 // 0"]) if chance(40) else f"x = {y}(1)")
            elif k == 4:
                if names: p.add(d, f"print('from', {'await' if is_async else 'yield from'} {pick(names)}())")
                else: p.add(d, f"print({'await step(5)' if is_async else '(yield from [1, 2])'})")
            elif k <= 7:
                p.add(d, "try:")
                body(name, d + 1, deep - 1)
                p.add(d, pick(["except ValueError as e:", "except GeneratorExit:", "except Exception as e:", "finally:", "except (KeyError, ValueError):"]))
                body(name, d + 1, deep - 1)
            else:
                p.add(d, f"for i{d} in range({R.randint(1, 3)}):")
                body(name, d + 1, deep - 1)
    for i in range(R.randint(1, 3)):
        n = f"g{i}"
        p.add(0, f"{a}def {n}():")
        if not is_async: p.add(1, "if 0: yield")
        body(n, 1, 2)
        names.append(n)
    p.add(0, f"it = {names[-1]}()")
    for _ in range(R.randint(3, 9)):
        op = pick(["send(None)", "send(None)", "send(None)", f"send({R.randint(0, 9)})", "throw(ValueError(7))", "throw(KeyError)", "close()", "throw(GeneratorExit)", "throw(StopIteration(3))"] + ([] if is_async else ["__next__()"]))
        p.add(0, f"try: print('->', it.{op})\nexcept BaseException as e: print(type(e).__name__, e.args, type(e.__context__).__name__)")
    p.add(0, "try: it.close()\nexcept BaseException as e: print('closing', type(e).__name__)")
    return p.text()


def classes():
    p = Lines()
    p.add(0, "class Desc:\n    def __init__(self, n): self.n = n\n    def __set_name__(self, o, n): print('set_name', o.__name__, n)\n    def __get__(self, o, t): return ('get', self.n, o is None)\n" + ("    def __set__(self, o, v): print('set', self.n, v)\n" if chance(50) else "") + "class Meta(type):\n    def __call__(cls, *a):\n        print('call', cls.__name__)\n        return super().__call__(*a)\n    def __getattr__(cls, n): return 'meta ' + n if n == 'zz' else super().__getattribute__(n)")
    names = []
    for i in range(R.randint(2, 5)):
        bases = R.sample(names, min(len(names), R.randint(0, 2))) or [pick(["object", "object", "list", "dict", "int", "Exception", "str", "tuple"])] * chance(60)
        kw = [f"metaclass={pick(['Meta', 'type'])}"] * chance(15)
        p.add(0, f"try:\n    class C{i}({', '.join(bases + kw)}):")
        if chance(25): p.add(2, "__slots__ = " + pick(["()", "('a',)", "('a', 'b')", "'q'"]))
        for _ in range(R.randint(1, 5)):
            m = pick("fghab")
            p.add(2, pick([f"def {m}(self, *a): return ('C{i}.{m}',) + a", f"def {m}(self): return ('C{i}',) + tuple(super().{m}())", f"@property\n        def {m}(self): return 'prop C{i}'", f"@classmethod\n        def {m}(cls): return cls.__name__",
                           f"@staticmethod\n        def {m}(*a): return a", f"{m} = Desc({R.randint(0, 9)})", f"{m} = {R.randint(0, 99)}", f"def __init__(self, *a): self.a = {i}", f"def __getattr__(self, n): return 'C{i}?' + n if n != 'zz' else super().__getattribute__(n)",
                           f"def __eq__(self, o): return {pick(['True', 'NotImplemented', 'False'])}", f"def __add__(self, o): return {pick(['1', 'NotImplemented', 'super().__add__(o)'])}", f"def __radd__(self, o): return 'radd{i}'", f"def __len__(self): return {pick(['0', '3', '-1'])}",
                           f"def __getitem__(self, k): return k", f"def __call__(self, *a): return a", f"def __init_subclass__(cls, **k):\n            print('init_subclass', cls.__name__)\n            super().__init_subclass__(**k)", f"def __contains__(self, x): return x", f"def __hash__(self): return {i}",
                           f"def __bool__(self): return False", f"def __iter__(self): return iter([{i}])", f"def __setattr__(self, n, v):\n            print('setattr', n)\n            super().__setattr__(n, v)", "def __lt__(self, o): return 'lt'", f"def __str__(self): return 'str{i}'", f"def __repr__(self): return 'repr{i}'", "def __index__(self): return 2", "def __delattr__(self, n): print('del', n)"]))
        p.add(0, f"except Exception as e:\n    print('no C{i}', type(e).__name__)\n    class C{i}: pass\nprint([c.__name__ for c in C{i}.__mro__])\ntry: o{i} = C{i}()\nexcept Exception as e:\n    print(type(e).__name__)\n    o{i} = None")
        names.append(f"C{i}")
    p.add(0, PRELUDE.replace("repr(r)", "r if isinstance(r, (str, int, tuple, bool, float)) and type(r).__name__[0] != 'C' else '.'"))
    for _ in range(16):
        o, q = f"o{R.randrange(len(names))}", f"o{R.randrange(len(names))}"
        m = pick("fghabz")
        p.add(0, pick([f"t(lambda: {o}.{m})", f"t(lambda: {o}.{m}())", f"t(lambda: {o} + {q})", f"t(lambda: {o} == {q})", f"t(lambda: len({o}))", f"t(lambda: bool({o}))", f"t(lambda: setattr({o}, {m!r}, 5))", f"t(lambda: delattr({o}, {m!r}))", f"t(lambda: type({o}).{m})",
                      f"t(lambda: {o}[1])", f"t(lambda: {o}(1, 2))", f"t(lambda: isinstance({o}, {pick(names)}))", f"t(lambda: issubclass({pick(names)}, {pick(names)}))", f"t(lambda: 3 in {o})", f"t(lambda: tuple(x for x, _ in zip({o}, range(3))))", f"t(lambda: {o} < {q})", f"t(lambda: 1 + {o})", f"t(lambda: hash({o}) == hash({o}))", f"t(lambda: hasattr({o}, {m!r}))",
                      f"t(lambda: sorted(vars({o})))", f"t(lambda: type({o}).zz)", f"t(lambda: str({o}) if 'at 0x' not in str({o}) else 0)", f"t(lambda: [1, 2, 3, 4][{o}])", f"t(lambda: {m!r} in dir({o}))", f"t(lambda: super({pick(names)}, {o}).{m})"]))
    return p.text()


def matching():
    def pat(d):
        k = R.randint(0, 11 if d else 5)
        if k == 0: return "_"
        if k == 1: return pick("xyz") + str(R.randint(0, 99))
        if k == 2: return pick(["1", "-1", "0", "'a'", "None", "True", "2.5", "b'x'", "1+2j", "'abc'"])
        if k == 3: return pick(["int()", "str()", "list()", "float()", "P()", "dict()", "bool()"])
        if k == 4: return f"{pick(['int', 'str', 'bytes'])}(w{R.randint(0, 999)})"
        if k == 5: return "P.K"
        if k <= 7:
            items = [pat(d - 1) for _ in range(R.randint(0, 3))]
            if chance(40): items.insert(R.randint(0, len(items)), pick(["*_", f"*r{R.randint(0, 999)}"]))
            return "[" + ", ".join(items) + "]"
        if k == 8:
            items = [f"{key}: {pat(d - 1)}" for key in R.sample(["1", "'a'", "None"], R.randint(0, 2))]
            if chance(30): items.append(f"**r{R.randint(0, 999)}")
            return "{" + ", ".join(items) + "}"
        if k == 9: return f"P({pat(d - 1)}, y={pat(d - 1)})"
        if k == 10: return f"({pick(['1', 'None', chr(39) + 'a' + chr(39)])} | {pick(['2', '[]', 'int()', 'P()'])})"
        return f"({pat(d - 1)} as q{R.randint(0, 99)})"
    p = Lines()
    p.add(0, "class P:\n    K = 1\n    __match_args__ = ('x', 'y')\n    def __init__(self, x, y): self.x, self.y = x, y")
    subjects = ["1", "[1, 2]", "(1, 'a')", "'a'", "{'a': 1}", "{1: [1], 'z': 2}", "P(1, 2)", "P('a', [1])", "None", "2.5", "True", "b'x'", "[]", "{}", "[[1], {'a': None}]", "range(2)", "'abc'", "bytearray(b'x')", "{1}", "3"]
    for i in range(6):
        p.add(0, f"def f{i}(s):\n    match s:")
        for _ in range(R.randint(1, 4)):
            q = pat(2)
            while q == "_" or q[0] in "xyz": q = pat(2)
            p.add(2, f"case {q}{pick(['', '', ' if s', ' if not s'])}: return {q!r}, sorted((k, v if not isinstance(v, P) else 0) for k, v in locals().items() if k != 's')")
        p.add(0, "for s in (" + ", ".join(R.sample(subjects, 6)) + f"):\n    try: print(f{i}(s))\n    except Exception as e: print(type(e).__name__)")
    return p.text()


def scopes():
    p = Lines()
    def body(d, deep, fn):
        for _ in range(R.randint(2, 4)):
            v, w = pick("abcd"), pick("abcd")
            k = R.randint(0, 13)
            if k <= 1: p.add(d, f"{v} = {R.randint(0, 9)}")
            elif k == 2: p.add(d, f"print('{v}', {v})")
            elif k == 3: p.add(d, f"print([{v} + {w} for {v} in range(3)], [({v} := x) for x in range(2)])" if fn is not None and chance(50) else f"print([{v} + {w} for {v} in range(3)])")
            elif k == 4: p.add(d, f"print(list(map(lambda {v}: {v} + {w}, [1, 2])), (lambda: {v})())")
            elif k == 5: p.add(d, f"del {v}")
            elif k == 6: p.add(d, f"{v} = {v} + 1 if {R.randint(0, 1)} else {w}")
            elif k == 7: p.add(d, f"print(sorted(k for k in locals() if len(k) == 1))")
            elif k == 8: p.add(d, f"for {v} in range(2): pass")
            elif k == 9: p.add(d, f"fs = [lambda: {v} for {v} in range(3)]\n" + "    " * d + "print([f() for f in fs])")
            elif k == 10: p.add(d, f"print({{{v}: [{w} for {w} in range({v})] for {v} in range(3)}})")
            elif deep:
                n = p.name()
                if chance(70):
                    p.add(d, f"def {n}({pick(['', v, v + '=1', '*' + v])}):")
                    decl = pick(["", "", f"global {w}", f"nonlocal {w}"])
                    if decl and not (decl.startswith("nonlocal") and fn is None) and w != v: p.add(d + 1, decl)
                    body(d + 1, deep - 1, n)
                    p.add(d, f"try: {n}({pick(['', '1'])})\n" + "    " * d + "except Exception as e: print(type(e).__name__)")
                else:
                    p.add(d, f"class {n}:")
                    body(d + 1, deep - 1, fn)
                    p.add(d, f"print(sorted(k for k in vars({n}) if len(k) == 1))")
    p.add(0, "a, b = 1, 2\ndef main():")
    body(1, 3, "main")
    p.add(0, "try: main()\nexcept Exception as e: print(type(e).__name__)\nprint(a, b)")
    return p.text()


AREAS = {
    "format": lambda: tests(format_), "struct": lambda: "import struct\n" + tests(struct_), "re": lambda: "import re\n" + tests(re_), "json": lambda: "import json\n" + tests(json_),
    "numbers": lambda: "import math\n" + tests(numbers), "str": lambda: tests(str_), "bytes": lambda: tests(bytes_), "slices": lambda: "import array\n" + slices(),
    "sorting": lambda: "import functools, heapq, bisect, itertools, collections\n" + tests(sorting), "dicts": lambda: "import collections\n" + dicts(), "exceptions": exceptions,
    "generators": generators, "async": lambda: generators(True), "classes": classes, "match": matching, "scopes": scopes,
}


def run(source):
    """What it prints; None: it is no program (a random one need not be)."""
    try:
        code = compile(source, "program", "exec")
    except SyntaxError:
        return None
    out = io.StringIO()
    with redirect_stdout(out):
        try:
            exec(code, {"__name__": "__main__"})
        except BaseException as e:
            print("ends with", type(e).__name__)
    return out.getvalue()


def main(area, seed, first, count):
    warnings.simplefilter("ignore")
    sys.unraisablehook = lambda _: None
    result = []
    for number in range(int(first), int(first) + int(count)):
        R.seed(f"{area} {seed} {number}")
        source = AREAS[area]()
        result.append([source, run(source)])
    json.dump(result, sys.stdout)


if sys.argv[1:] == ["areas"]:
    print(json.dumps(list(AREAS)))
else:
    main(*sys.argv[1:])
