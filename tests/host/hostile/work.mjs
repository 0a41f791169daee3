// Operations of built-in types and functions whose work grows with the size of what they are given: what long_work.test.mjs
// measures. Each makes its operands of the size `n`, and is then done once.
//
// unit: what `n` counts. "bytes" are copied or looked at one after the other, "items" are Python values, "digits" of numbers
// cost the more the more there are.

/** How the operands are made: `x`, mostly with `y` that equals it and `s` that does not occur in it. */
const OPERANDS = {
  str: "x = 'ab cd' * (n // 5); y = 'ab cd' * (n // 5); s = 'dd'",
  one: "x = 'a' * n; y = 'a' * n; s = 'a'",
  wide: "x = 'äbcĀ€' * (n // 10); y = 'äbcĀ€' * (n // 10); s = '€€'",
  lines: "x = 'ab cd\\n' * (n // 6); y = 'ab cd\\n' * (n // 6); s = 'dd'",
  bytes: "x = b'ab cd' * (n // 5); y = b'ab cd' * (n // 5); s = b'dd'",
  bytearray: "x = bytearray(b'ab cd' * (n // 5)); y = bytearray(x); s = b'dd'",
  memoryview: "x = memoryview(bytearray(b'ab cd' * (n // 5))); y = memoryview(bytearray(x)); s = b'dd'",
  shorts: "import array\nx = memoryview(array.array('h', range(1000)) * (n // 2000)); y = memoryview(array.array('i', list(range(1000)) * (n // 2000))); s = 7",
  list: "x = list(range(300)) * (n // 300); y = x[:]; s = -1",
  floats: "x = [i / 7 for i in range(n)]; y = x[:]; s = -1.5",
  strs: "x = ['ab', 'cd'] * (n // 2); y = x[:]; s = 'x'",
  lists: "x = [[1] for i in range(n)]; y = [[1] for i in range(n)]; s = [2]",
  pairs: "x = [(i, i) for i in range(n)]; y = x[:]; s = (1, 2)",
  tuple: "x = tuple(range(n)); y = tuple(range(n)); s = -1",
  set: "x = set(range(n)); y = set(range(n)); s = {1}",
  frozenset: "x = frozenset(range(n)); y = frozenset(range(n)); s = {1}",
  dict: "x = {i: i for i in range(n)}; y = {i: i for i in range(n)}; s = {1: 2}",
  named: "x = {'k%d' % i: i for i in range(n)}; y = dict(x); s = {'b': 2}",
  deque: "import collections\nx = collections.deque(range(n)); y = collections.deque(range(n)); s = -1",
  array: "import array\nx = array.array('i', range(1000)) * (n // 1000); y = array.array('i', x); s = -1",
  doubles: "import array\nx = array.array('d', range(1000)) * (n // 1000); y = array.array('d', x); s = -1",
  range: "x = range(n); y = range(n + 1); s = -1",
  int: "x = 3 ** (n * 2); y = x + 1; s = 12345678901234567890123",
  digits: "x = '7' * n; y = '7' * n; s = '1'",
  StringIO: "import io\nx = io.StringIO('ab cd\\n' * (n // 6)); y = 'ab cd\\n' * (n // 6)",
  BytesIO: "import io\nx = io.BytesIO(b'ab cd\\n' * (n // 6)); y = b'ab cd\\n' * (n // 6)",
  Counter: "import collections\nx = collections.Counter(range(n)); y = collections.Counter(range(n))",
  OrderedDict: "import collections\nx = collections.OrderedDict.fromkeys(range(n)); y = collections.OrderedDict.fromkeys(range(n))",
  json: "x = '[' + '1, ' * (n // 3) + '1]'",
  json_str: "x = '\"' + 'ab\\\\n' * (n // 4) + '\"'",
  json_dict: "x = '{' + ', '.join('\"k%d\": [1.5, null]' % i for i in range(n // 25)) + '}'",
};

const TEXT = [
  "x == y", "x != y", "x < y", "s in x", "x + y", "x * 2", "x[1:]", "x[::2]", "x[::-1]", "list(x)", "tuple(x)", "set(x)", "sorted(x)", "max(x)", "min(x)", "repr(x)",
  "for c in x: pass", "[*x]", "hash(x + s)", "any(x)", "enumerate(x).__class__(x)", "dict.fromkeys(x)", "''.join([str(x), str(x)])",
  "x.capitalize()", "x.center(n * 2)", "x.count(s)", "x.endswith(y)", "x.expandtabs()", "x.find(s)", "x.isalnum()", "x.isascii()", "x.islower()", "x.isspace()",
  "x.istitle()", "x.isupper()", "x.isalpha()", "x.isdigit()", "x.join([x, x])", "x.join(x[:9])", "x.ljust(n * 2)", "x.lower()", "x.lstrip(x[:5])", "x.partition(s)", "x.removeprefix(y)", "x.removesuffix(y)", "x.replace(s, s)",
  "x.replace(x[:2], s)", "x.replace(x[:0], x[:1])", "x.rfind(s)", "x.rindex(x[:5])", "x.rjust(n * 2)", "x.rpartition(s)", "x.rsplit(s)", "x.rsplit()", "x.rsplit(x[:1])", "x.rstrip(x[:5])", "x.split()", "x.split(s)", "x.split(x[:1])", "x.splitlines()",
  "x.startswith(y)", "x.strip(x[:5])", "x.swapcase()", "x.title()", "x.upper()", "x.zfill(n * 2)", "x.index(x[-5:])",
];
const STR = [...TEXT, "x.encode()", "x.casefold()", "x.isdecimal()", "x.isidentifier()", "x.isnumeric()", "x.isprintable()", "x.translate({97: 98})", "x.translate({98: None})", "x.translate(str.maketrans('abc', 'xyz'))", "str.maketrans(x, y)",
  "x.format()", "(x + '{}').format(x)", "'%s' % x", "f'{x}{x!r}'", "f'{x:>{2 * n}}'", "ascii(x)", "x.encode('utf-16')", "x.encode('latin-1', 'replace')", "x.encode('ascii', 'backslashreplace')", "x.encode('ascii', 'xmlcharrefreplace')", "print(x)", "bytes(x, 'utf-8')",
  "compile(x, '', 'eval')", "eval(x)", "int(x)", "float(x)", "complex(x)", "getattr(0, x)", "import_(x)", "__import__('sys').intern(x + s)", "type(x, (), {})", "x.__sizeof__()", "x.format_map({})", "bytes.fromhex(x)", "open(x)"];
const BYTES = [...TEXT, "x.decode()", "x.hex()", "x.hex(':')", "x.translate(bytes(range(256)))", "x.translate(None, x[:1])", "bytes(x)", "bytearray(x)", "memoryview(x).tolist()", "int.from_bytes(x, 'big')", "x.decode('latin-1')", "x.decode('ascii', 'replace')", "x.decode('utf-16', 'replace')",
  "b'%s' % x", "sum(x)", "all(x)", "str(x, 'utf-8')", "x.join([])", "7 in x", "x.count(1)", "x.find(1)"];
const LIST = ["x == y", "x < y", "s in x", "x + y", "x * 2", "x[1:]", "x[::2]", "x[::-1]", "list(x)", "tuple(x)", "sorted(x)", "max(x)", "min(x)", "repr(x)", "for c in x: pass", "[*x]", "any(x)", "all(x)", "list(enumerate(x))", "list(zip(x, y))", "list(map(id, x))", "list(filter(None, x))",
  "list(reversed(x))", "a, *b = x", "print(*x)", "max(*x)", "x.count(s)", "x.index(s)", "len(x)", "max(x, key=id)", "sorted(x, key=id)", "sorted(x, reverse=True)", "(lambda *a: 0)(*x)"];
const MUTABLE = ["x.append(1)", "x.extend(x)", "x.extend(y)", "x.reverse()", "x += y", "x *= 2", "x.copy()", "x.clear()"];
const COLLECTIONS = ["collections.deque(x)", "collections.Counter(x)", "itertools.chain(x, y).__class__(x)", "list(itertools.chain(x, y))", "list(itertools.accumulate(x))", "list(itertools.compress(x, y))", "list(itertools.islice(x, n))", "list(itertools.islice(x, n - 1, n))", "list(itertools.zip_longest(x, y))",
  "list(itertools.takewhile(len, x))", "list(itertools.pairwise(x))", "itertools.tee(x)", "list(itertools.groupby(x))", "list(itertools.product(x))", "next(itertools.product(x, y))", "next(itertools.permutations(x))", "next(itertools.combinations(x, 99))", "next(itertools.cycle(x))", "functools.reduce(max, x)", "heapq.heapify(x[:])", "heapq.nlargest(3, x)", "heapq.nsmallest(n, x)", "list(heapq.merge(x, y))",
  "bisect.bisect(x, s)", "operator.countOf(x, s)", "operator.indexOf(x, s)", "operator.contains(x, s)", "random.shuffle(x)", "random.sample(x, n // 2)", "random.choices(x, k=n)", "json.dumps(x)", "array.array('d', x)", "bytes(x)", "set(x)", "frozenset(x)", "dict.fromkeys(x)"];
const NUMBERS = ["sum(x)", "math.fsum(x)", "math.prod(x)", "math.dist(x, y)", "math.hypot(*x)", "statistics_(x)", "math.gcd(*x)", "math.lcm(*x)"];
const SETS = ["x == y", "x <= y", "x | y", "x & y", "x - y", "x ^ y", "x < y", "list(x)", "sorted(x)", "repr(x)", "x.copy()", "for c in x: pass", "hash(frozenset(x))"];
const METHODS_OF_SETS = ["x.union(y, y)", "x.intersection(y)", "x.difference(y)", "x.symmetric_difference(y)", "x.issubset(y)", "x.issuperset(y)", "x.isdisjoint({-i for i in y})", "x.intersection(list(y))"];

/** [operands, what n counts, operations]. */
const TABLE = [
  ["str", "bytes", STR], ["one", "bytes", STR], ["wide", "bytes", STR], ["lines", "bytes", STR], ["bytes", "bytes", BYTES],
  ["bytearray", "bytes", [...BYTES, ...MUTABLE, "x.insert(0, 1)", "x.pop(0)", "del x[0]", "del x[::2]", "x[:] = y", "x[::2] = x[1::2]", "x.remove(99)", "x.append(1)"]],
  ["memoryview", "bytes", ["x == y", "x[::2].tobytes()", "x.tobytes()", "x.tolist()", "x.hex()", "x.cast('h').tolist()", "list(x)", "sum(x)", "x[:] = y", "x[::2] = y[::2]", "bytes(x)", "1 in x", "x[::2] == y[::2]", "hash(memoryview(bytes(x)))", "x.toreadonly()", "bytearray(x)"]],
  ["shorts", "bytes", ["x == y", "x.tolist()", "x[::2] == y[::2]", "x.tobytes()"]],
  ["list", "items", [...LIST, ...MUTABLE, ...COLLECTIONS, ...NUMBERS, "x.insert(0, 1)", "x.pop(0)", "del x[0]", "del x[::2]", "x[:] = y", "x[::2] = x[1::2]", "x.remove(-1)", "x.sort()", "x.sort(key=abs)", "bytes(i & 255 for i in x)", "struct.pack('%di' % len(x), *x)", "str(x)", "','.join(map(str, x))"]],
  ["floats", "items", ["x == y", "s in x", "x.index(s)", "sorted(x)", "sum(x)", "math.fsum(x)", "math.dist(x, y)", "math.hypot(*x)", "repr(x)", "json.dumps(x)", "array.array('f', x)", "set(x)", "hash(tuple(x))"]],
  ["strs", "items", ["x == y", "s in x", "x.index(s)", "x.count(s)", "''.join(x)", "sorted(x)", "repr(x)", "json.dumps(x)", "set(x)", "print(*x)", "max(x)"]],
  ["lists", "items", ["x == y", "x < y", "s in x", "x.count(s)", "repr(x)", "sorted(x)", "json.dumps(x)", "max(x)", "sum(x, [])[:0]"]],
  ["pairs", "items", ["x == y", "x < y", "s in x", "repr(x)", "sorted(x)", "dict(x)", "json.dumps(x)", "list(itertools.starmap(max, x))", "hash(tuple(x))", "set(x)", "list(itertools.chain.from_iterable(x))"]],
  ["tuple", "items", [...LIST, "x.count(s)", "x.index(s)", "hash(x)", ...COLLECTIONS]],
  ["set", "items", [...SETS, ...METHODS_OF_SETS, "x |= y", "x &= y", "x -= y", "x ^= y", "x.update(y)", "x.difference_update(y)", "x.intersection_update(y)", "x.symmetric_difference_update(y)", "x.clear()", "x.pop()"]],
  ["frozenset", "items", [...SETS, ...METHODS_OF_SETS, "hash(x)"]],
  ["dict", "items", ["x == y", "x | y", "x.copy()", "dict(x)", "list(x)", "list(x.items())", "list(x.values())", "sorted(x)", "repr(x)", "x.items() == y.items()", "x.keys() & y.keys()", "x.items() ^ y.items()", "-1 in x.values()", "x.update(y)", "x |= y", "{**x, **y}", "json.dumps(x)", "x.clear()", "x.popitem()", "list(reversed(x))", "x.keys().isdisjoint({-1, -2})", "x.keys() <= y.keys()", "collections.Counter(x)", "collections.OrderedDict(x)"]],
  ["named", "items", ["x == y", "x | y", "dict(**x)", "(lambda **k: 0)(**x)", "type('C', (), x)", "dir(type('C', (), x))", "repr(x)", "json.dumps(x)", "sorted(x)", "exec('k1', x)", "'{k1}'.format(**x)", "collections.namedtuple('N', x)"]],
  ["deque", "items", [...LIST.filter((op) => !/\[[:\d-]/.test(op)), ...MUTABLE, "x.insert(1, 1)", "x.rotate(n // 2)", "x.remove(-1)", "del x[n // 2]", "x[n // 2]", "x.extendleft(y)", "x.count(s)", "x.index(s)", "collections.deque(x, 5)"]],
  ["array", "items", [...LIST.filter((op) => !/^hash/.test(op)), ...MUTABLE.filter((op) => !/copy|clear/.test(op)), "x.byteswap()", "x.tobytes()", "x.tolist()", "x.frombytes(bytes(y))", "x.insert(0, 1)", "x.pop(0)", "x.remove(-1)", "x.count(s)", "x.index(s)", "sum(x)", "bytes(x)", "x.fromlist(list(y))"]],
  ["doubles", "items", ["x == y", "x.tolist()", "s in x", "x.count(s)", "x.index(s)", "sum(x)", "x.byteswap()", "array.array('f', x)"]],
  ["range", "items", ["list(x)", "tuple(x)", "sum(x)", "max(x)", "any(x[:1])", "set(x)", "sorted(x)", "0.5 in x", "x.count(0.5)", "bytes(i & 7 for i in x)", "list(x[::-1])", "hash(x)", "all(x[1:])", "random.sample(x, 3)", "random.sample(x, n)", "for i in x: pass", "'a'.join(map(str, x))", "dict.fromkeys(x)", "list(zip(x, x, x))", "list(map(max, x, x))"]],
  ["int", "digits", ["x + y", "x - y", "x * y", "x * x", "x // s", "x % s", "divmod(x * y, y)", "x // 7", "x ** 3", "pow(s, 65537, y)", "str(x)", "repr(x)", "hex(x)", "bin(x)", "oct(x)", "x >> 7", "x << 7", "x & y", "x | y", "x ^ y", "~x", "-x", "abs(x)", "x == y", "x < y", "hash(x)", "x.bit_length()", "x.bit_count()", "x.to_bytes(n, 'big')", "float(x)", "x / y", "math.sqrt(x)", "math.log(x)", "math.isqrt(x)", "math.gcd(x, y)", "math.lcm(x, y)", "'%d' % x", "f'{x}'", "f'{x:,}'", "f'{x:x}'", "'%x' % x", "'%o' % x", "json.dumps(x)", "round(x, -5)", "round(x, -n)", "int(x)", "x.as_integer_ratio()", "x % 3.5", "x == 1.5", "complex(x)", "random.randrange(x)", "random.getrandbits(n)", "random.seed(x)", "range(x)[5]", "slice(x).indices(x)", "pow(3, -1, y)", "bool(x)", "str(x)[:0] + hex(x)"]],
  ["digits", "digits", ["int(x)", "int(x, 7)", "int(x, 16)", "float(x)", "float('0.' + x)", "eval(x)", "eval('0.' + x)", "json.loads(x)", "json.loads('0.' + x)", "complex(x)", "int('0x' + x, 0)", "float('1e' + x)", "'%s' % x", "x.isdigit()", "float(x + 'e-5')", "float.fromhex(x)", "'{:>' + x + '}'", "re.compile('a{' + x + '}')", "'%' + x + 'd'", "struct.calcsize(x + 'i')", "array.array('i', [int(x[:5])])"]],
  ["StringIO", "bytes", ["x.read()", "x.readlines()", "list(x)", "x.getvalue()", "x.write(y)", "x.writelines([y, y])", "x.truncate(5)", "x.seek(n)", "x.readline()", "for l in x: pass"]],
  ["BytesIO", "bytes", ["x.read()", "x.readlines()", "list(x)", "x.getvalue()", "x.write(y)", "x.readinto(bytearray(n))", "x.getbuffer()", "for l in x: pass", "x.truncate(5)", "x.seek(2 * n); x.write(b'a')"]],
  ["Counter", "items", ["x == y", "x + y", "x - y", "x & y", "x.most_common()", "x.most_common(3)", "list(x.elements())", "x.total()", "x.update(y)", "x.subtract(y)", "+x", "repr(x)"]],
  ["OrderedDict", "items", ["x == y", "x.copy()", "repr(x)", "list(x.items())", "x.move_to_end(0)", "x.popitem(False)", "x | y"]],
  ["json", "bytes", ["json.loads(x)", "eval(x)", "compile(x, '', 'eval')", "json.dumps(json.loads(x))", "json.dumps(json.loads(x), indent=1)", "exec(x)"]],
  ["json_str", "bytes", ["json.loads(x)", "json.dumps(x)", "eval(x)"]],
  ["json_dict", "bytes", ["json.loads(x)", "json.dumps(json.loads(x), sort_keys=True)", "json.dumps(json.loads(x), separators=(',', ':'))"]],
  ["str", "bytes", ["re.match('.*', x)", "re.search('zz', x)", "re.findall('b', x)", "re.split(' ', x)", "re.sub('b', 'x', x)", "re.sub('b', lambda m: 'x', x)", "re.fullmatch('(ab cd)*', x)", "re.escape(x)", "re.compile(x)", "list(re.finditer('c', x))", "re.search('(a|b)*z', x[:2000])", "re.search('[^z]*z', x[:3000])", "re.match('(?i)' + x, x)", "re.subn('', '-', x)", "re.search('d$', x)", "re.match('.*?z', x)", "re.sub('b', r'\\\\g<0>', x)",
    "binascii.hexlify(x)", "binascii.crc32(x)", "binascii.b2a_base64(x)", "json.dumps(x)", "json.dumps(x, ensure_ascii=False)", "os.path.join(x, x)", "os.path.normpath(x)", "os.path.split(x)", "time.strftime(x)", "os.path.splitext(x)", "os.path.basename(x)", "struct.calcsize(x[:0] + 'i' * n)", "struct.Struct('i' * n)", "struct.pack('%ds' % n, x.encode())", "struct.unpack('%ds' % n, bytes(n))", "struct.unpack('%dB' % n, bytes(n))", "struct.unpack('B' * n, bytes(n))", "'%s' * n % tuple(x)", "('{}' * (n // 10)).format(*x)", "('%% ' * n) % ()", "('{{' * n).format()"]],
  ["bytes", "bytes", ["binascii.hexlify(x)", "binascii.hexlify(x, ':')", "binascii.crc32(x)", "binascii.crc_hqx(x, 0)", "binascii.b2a_base64(x)", "binascii.a2b_base64(binascii.b2a_base64(x))", "binascii.unhexlify(b'ab' * (n // 2))", "binascii.b2a_qp(x)", "binascii.a2b_qp(x)", "re.findall(b'b', x)", "list(struct.iter_unpack('B', x))", "struct.unpack_from('%dH' % (n // 2), x)", "array.array('H', x)", "array.array('d', x[:n // 8 * 8])", "random.seed(x)", "random.randbytes(n)", "os.urandom(n)", "io.BytesIO(x).read()", "io.StringIO(str(x))", "memoryview(x).cast('H').tolist()", "float(x)", "int(x)", "eval(x)", "b''.join([x] * 3)", "bytes(n)", "bytearray(n)", "[0] * n", "'x' * n", "b'%b' % x", "compile(x, '', 'exec')"]],
  ["range", "items", ["math.factorial(n // 10)", "math.comb(n, n // 20)", "math.perm(n, n // 20)", "[[0] * 8] * n", "(0,) * n", "1 << n * 8", "10 ** n", "2 ** n % 7", "'%*d' % (n, 1)", "f'{1:{n}}'", "f'{1:0{n}}'", "'%.*f' % (min(n, 5000), 1.5)", "f'{0.1:.{n}f}'", "round(1.5, n)", "'{:.{}e}'.format(1.5, n)", "chr(97) * n", "range(n)[::3]", "bytes([1]) * n", "math.nextafter(1.0, 2.0)", "'a,'* n", "random.getrandbits(n)", "list(itertools.repeat(1, n))", "list(itertools.islice(itertools.count(), n))", "collections.deque(maxlen=n)", "next(itertools.islice(itertools.count(), n, None))", "sum(itertools.repeat(1, n))", "all(itertools.repeat(1, n))", "next(filter(None, itertools.repeat(0, n)), 0)", "list(itertools.combinations(range(min(n, 600)), 2))", "-1 in itertools.repeat(1, n)", "max(itertools.repeat(1, n))", "dict(zip(range(n), range(n)))", "gc.collect()", "list(itertools.permutations(range(6)))*(n // 700)", "open('/t', 'w').write('a' * n)", "str(b'a' * n)"]],
];

/** Statements that begin so are not expressions. */
const STATEMENT = /^(for|del) |^[\w.[\]:]+(, \*\w+)? [-+*/|&^]?= |; /;
export const MODULES = "array, binascii, bisect, collections, functools, gc, heapq, io, itertools, json, math, operator, os, random, re, struct, time";

/** All operations: {name, unit, operands, body} (operands: a program that makes them of `n`; body: a statement). */
export function operations() {
  return TABLE.flatMap(([operands, unit, list]) => list.map((op) => ({
    name: `${operands}: ${op}`, unit, operands: OPERANDS[operands], body: op, isStatement: STATEMENT.test(op),
  })));
}

/** Operations that do the same however large their operands are, or next to nothing, by name or for all operands. */
export const QUICK = new Set([
  "any(x)", "enumerate(x).__class__(x)", "type(x, (), {})", "x.__sizeof__()", "x.join([])", "x.append(1)", "x.clear()",
  "x.toreadonly()", "len(x)", "itertools.tee(x)", "next(itertools.cycle(x))", "bisect.bisect(x, s)", "x.pop()", "x.popitem()",
  "exec('k1', x)", "x.insert(1, 1)", "x[n // 2]", "any(x[:1])", "random.sample(x, 3)", "abs(x)", "x.bit_length()", "x.bit_count()",
  "math.sqrt(x)", "math.log(x)", "x.as_integer_ratio()", "x % 3.5", "x == 1.5", "slice(x).indices(x)", "bool(x)", "'{:>' + x + '}'",
  "'%' + x + 'd'", "array.array('i', [int(x[:5])])", "x.truncate(5)", "x.seek(n)", "x.readline()", "x.getbuffer()",
  "x.move_to_end(0)", "x.popitem(False)", "re.search('(a|b)*z', x[:2000])", "re.search('[^z]*z', x[:3000])", "1 << n * 8",
  "2 ** n % 7", "'%*d' % (n, 1)", "f'{1:{n}}'", "f'{1:0{n}}'", "'%.*f' % (min(n, 5000), 1.5)", "f'{0.1:.{n}f}'", "round(1.5, n)",
  "'{:.{}e}'.format(1.5, n)", "chr(97) * n", "range(n)[::3]", "bytes([1]) * n", "math.nextafter(1.0, 2.0)", "'a,'* n",
  "collections.deque(maxlen=n)", "list(itertools.combinations(range(min(n, 600)), 2))", "gc.collect()",
  "open('/t', 'w').write('a' * n)", "str: x.isascii()", "str: x.rindex(x[:5])", "str: x.index(x[-5:])", "one: s in x",
  "one: x.find(s)", "one: x.isascii()", "one: x.rfind(s)", "one: x.rindex(x[:5])", "one: x.index(x[-5:])", "wide: x.isascii()",
  "lines: x.isascii()", "lines: x.rindex(x[:5])", "lines: x.rstrip(x[:5])", "lines: x.index(x[-5:])", "bytes: x.rindex(x[:5])",
  "bytes: x.index(x[-5:])", "bytes: bytes(x)", "bytearray: x.rindex(x[:5])", "bytearray: x.index(x[-5:])", "bytearray: x.pop(0)",
  "bytearray: del x[0]", "list: all(x)", "list: bytes(x)", "tuple: tuple(x)", "tuple: all(x)",
  "tuple: next(itertools.product(x, y))", "tuple: next(itertools.combinations(x, 99))", "tuple: bytes(x)", "set: x < y",
  "frozenset: x < y", "frozenset: x.copy()", "deque: all(x)", "array: all(x)", "array: x.pop(0)", "range: hash(x)", "int: x == y",
  "int: x < y", "int: hash(x)", "int: float(x)", "int: int(x)", "int: complex(x)", "int: random.seed(x)",
  "range: random.getrandbits(n)",
]);
