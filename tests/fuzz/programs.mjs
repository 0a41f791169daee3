// Random Python programs from a grammar. They make little sense, but parse (nearly always), and
// touch most of the language: what they may not do is make the core trap or hang.

const NAMES = ["a", "b", "c", "d", "x", "y", "self", "f", "g", "C", "it"];
const ATTRIBUTES = ["append", "pop", "real", "items", "keys", "x", "__class__", "__dict__", "join",
  "split", "format",
  "sort", "send", "close", "throw", "__init__", "__getitem__", "copy", "update", "clear", "insert",
  "__name__"];
const FUNCTIONS = ["len", "print", "list", "tuple", "dict", "set", "str", "repr", "int", "float",
  "bool", "sum", "min",
  "max", "sorted", "reversed", "range", "enumerate", "zip", "map", "filter", "iter", "next", "abs",
  "divmod", "hash",
  "type", "isinstance", "getattr", "setattr", "hasattr", "id", "ord", "chr", "bytes", "bytearray",
  "memoryview",
  "complex", "frozenset", "slice", "any", "all", "round", "pow", "format", "callable", "object",
  "vars", "dir", "exec",
  "eval", "super", "property", "staticmethod", "classmethod", "Exception", "ValueError",
  "StopIteration"];
const BINARY = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@"];
const COMPARE = ["<", ">", "<=", ">=", "==", "!=", "is", "is not", "in", "not in"];
const EXCEPTIONS = ["Exception", "ValueError", "TypeError", "KeyError", "ZeroDivisionError",
  "(TypeError, KeyError)"];
const STRINGS = ["''", "'abc'", "'é日'", "'%s %d'", "'{} {0!r:>8}'", "b'ab\\xff'", "'a' * 50",
  "'1,2,3'"];

/** A program. */
export function randomProgram(random) {
  const writer = new Writer(random);
  writer.text = PRELUDE;
  for (let statements = 2 + random.int(10); statements > 0; statements--) {
    writer.line(0, "try:");
    writer.block(1, 1);
    writer.line(0, "except Exception as e: last = e");
  }
  return writer.text;
}

/** Something behind every name, so that programs get far. */
const PRELUDE = `
a, b, c, d = 1, "abc", [3, 1, 2], {"k": 1, 2: [4]}
x, y, it = 2.5, (1, "two", None), iter([1, 2, 3])
def f(*args, **kw): return args[0] if args else kw
def g(n=3):
    for i in range(n): yield i
class C:
    x = 1
    def __init__(self, *a): self.a = a
self = C()
`;

class Writer {
  text = "";
  #random;
  /** Statements still allowed: programs stay small. */
  #left = 60;
  constructor(random) { this.#random = random; }

  block(depth, count) {
    const r = this.#random;
    for (let i = 0; i < count; i++) this.statement(depth, r);
  }
  line(depth, text) { this.text += `${"    ".repeat(depth)}${text}\n`; }
  body(depth) { this.block(depth + 1, 1 + this.#random.int(3)); }

  statement(depth, r) {
    if (depth > 4 || --this.#left < 0) {
      this.line(depth, r.pick(["pass", `${r.pick(NAMES)} = ${this.expression(1)}`]));
      return;
    }
    switch (r.int(20)) {
      case 0: case 1: case 2: this.line(depth, `${this.target()} = ${this.expression(3)}`); break;
      case 3: this.line(depth, `${r.pick(NAMES)} ${r.pick(BINARY)}= ${this.expression(2)}`); break;
      case 4: this.line(depth, this.expression(3)); break;
      case 5:
        this.line(depth, `if ${this.expression(2)}:`); this.body(depth);
        if (r.chance(40)) { this.line(depth, "else:"); this.body(depth); }
        break;
      case 6: this.line(depth, `for ${this.target()} in ${this.expression(2)}:`); this.body(depth);
        if (r.chance(20)) { this.line(depth, "else:"); this.body(depth); }
        break;
      case 7: this.line(depth, `for ${r.pick(NAMES)} in range(${r.int(20)}):`); this.body(depth);
      break;
      case 8: this.line(depth, `while ${this.expression(2)}:`); this.body(depth);
        this.line(depth + 1, "break"); break;
      case 9: case 10:
        this.line(depth,
          `${r.chance(4) ? "async " : ""}def ${r.pick(["f", "g"])}(${this.parameters()}):`);
        this.body(depth);
        this.line(depth + 1,
          r.pick(["return", "yield", "return", "yield from"]).replace(/^(yield from|return|yield)$/,
          (word) => `${word} ${this.expression(2)}`));
        break;
      case 11:
        if (r.chance(20))
          this.line(depth, `@${r.pick(["property", "staticmethod", "f", "classmethod"])}`);
        this.line(depth,
          `class C(${r.pick(["", "object", "list", "dict", "int", "str", "Exception", "C", "tuple"])}):`);
        this.line(depth + 1, `def ${r.pick(["__init__", "__eq__", "__getattr__", "__iter__", "__len__", "__repr__", "__add__",
          "__hash__", "__call__", "__del__", "__enter__", "__exit__", "__getitem__", "__bool__", "__lt__"])}(self, *a):`);
        this.body(depth + 1);
        this.line(depth + 2, `return ${this.expression(2)}`);
        break;
      case 12: case 13:
        this.line(depth, "try:"); this.body(depth);
        if (r.chance(80)) {
          this.line(depth, `except ${r.pick(EXCEPTIONS)} as ${r.pick(NAMES)}:`);
          this.body(depth);
        }
        else { this.line(depth, "finally:"); this.body(depth); break; }
        if (r.chance(20)) { this.line(depth, "else:"); this.body(depth); }
        if (r.chance(30)) { this.line(depth, "finally:"); this.body(depth); }
        break;
      case 14:
        this.line(depth,
          `raise ${r.pick(["ValueError", "TypeError('x')", "C", "StopIteration", "KeyError(1)"])}`);
        break;
      case 15:
        this.line(depth, `with ${this.expression(2)} as ${r.pick(NAMES)}:`); this.body(depth);
        break;
      case 16:
        this.line(depth,
          `del ${r.pick([r.pick(NAMES), `${r.pick(NAMES)}[${this.expression(1)}]`, `${r.pick(NAMES)}.x`])}`);
        break;
      case 17: this.line(depth, `assert ${this.expression(2)}, ${this.expression(1)}`); break;
      case 18: this.line(depth, `${r.pick(["global", "global"])} zz`); break;
      default:
        this.line(depth, `match ${this.expression(2)}:`);
        this.line(depth + 1,
          `case ${r.pick(["[p, *q]", "{'k': v, **rest}", "int(n)", "1 | 'a'", "(0, w)", "str()", "None"])}:`);
        this.body(depth + 1);
        this.line(depth + 1, "case _:"); this.body(depth + 1);
    }
  }
  target() {
    const r = this.#random;
    if (r.chance(75)) return r.pick(NAMES);
    return r.pick([`${r.pick(NAMES)}, ${r.pick(NAMES)}`, `${r.pick(NAMES)}, *${r.pick(NAMES)}`,
      `${r.pick(NAMES)}.x`,
      `${r.pick(NAMES)}[${this.expression(1)}]`,
      `${r.pick(NAMES)}[${this.expression(0)}:${this.expression(0)}]`]);
  }
  parameters() {
    return this.#random.pick(["", "a", "a, b=1", "*a", "a, *b, c=2, **d", "self", "a, /, b",
      "*, x=None", "x, y"]);
  }
  expression(depth) {
    const r = this.#random;
    if (depth <= 0) return this.atom();
    const e = () => this.expression(depth - 1);
    switch (r.int(22)) {
      case 0: case 1: case 2: return `(${e()} ${r.pick(BINARY)} ${e()})`;
      case 3: return `(${e()} ${r.pick(COMPARE)} ${e()})`;
      case 4: return `(${e()} ${r.pick(["and", "or"])} ${e()})`;
      case 5: return `${r.pick(["-", "~", "not ", "+"])}${this.atom()}`;
      case 6: case 7:
        case 8: return `${r.pick(FUNCTIONS)}(${r.pick(["", e(), `${e()}, ${e()}`, `*${e()}`, `**${e()}`])})`;
      case 9: return `(${this.atom()}).${r.pick(ATTRIBUTES)}(${r.pick(["", e()])})`;
      case 10: return `${r.pick(NAMES)}(${r.pick(["", e(), `${e()}, x=${e()}`])})`;
      case 11:
        return `(${this.atom()})[${r.pick([e(), `${e()}:${e()}`, "::-1", "1:", `::${e()}`])}]`;
      case 12: return `[${e()}, ${e()}]`;
      case 13: return `{${e()}: ${e()}}`;
      case 14: return `(${e()}, ${e()})`;
      case 15: return `[${e()} for ${r.pick(NAMES)} in ${e()}]`;
      case 16: return `(${e()} for ${r.pick(NAMES)} in ${e()} if ${e()})`;
      case 17: return `(lambda ${r.pick(["", "x", "x=1", "*x"])}: ${e()})`;
      case 18: return `(${e()} if ${e()} else ${e()})`;
      case 19:
        return `f'{${r.pick(NAMES)}!r:>${r.int(9)}} {${r.pick(["1", "a", "1.5"])}:${r.pick(["d", ".3f", "x", "<5", ",", ""])}}'`;
      case 20: return `{${e()}, *${e()}}`;
      default: return this.atom();
    }
  }
  atom() {
    const r = this.#random;
    if (r.chance(40)) return r.pick(NAMES);
    if (r.chance(30)) return String(r.int(10));
    return r.pick([r.pick(STRINGS), r.pick(STRINGS), String(r.int(10)), String(r.int(3) - 1), "1.5",
      "2**70",
      "None", "True", "()", "[]", "{}", "[1, 2, 3]", "range(5)", "1e300", "-0.0", "...", "3j",
      "0xffffffffffff", "C"]);
  }
}
