// Class hierarchies: the order of bases, super(), descriptors, properties, __slots__, operators and
// their reflections, attribute hooks, metaclasses.
import { choose, indented, several } from "./cases.mjs";

const OPERATORS = ["add", "sub", "mul", "and", "lt", "le", "eq", "ne", "iadd", "radd", "rsub",
  "contains", "getitem", "len", "bool", "call", "hash", "neg", "index"];
const SIGNS = { add: "a + b", sub: "a - b", mul: "a * b", and: "a & b", lt: "a < b", le: "a <= b",
  eq: "a == b", ne: "a != b", iadd: "iadd(a, b)", contains: "b in a", getitem: "a[b]",
  len: "len(a)", bool: "bool(a)", call: "a(b)", hash: "hash(a) == hash(a)", neg: "-a",
  index: "[0, 1, 2][a]", gt: "a > b", ge: "a >= b",
  isinstance: "isinstance(a, type(b)), issubclass(type(a), type(b))" };
const ONE = new Set(["len", "bool", "hash", "neg", "index"]);

/** Who asks for a length as a hint is not compared. */
function method(r, name, i) {
  const answer =
    r.pick([`"${i}.${name}"`, `"${i}.${name}"`, "NotImplemented", "NotImplemented", "1",
      "super().__" + name + "__" + (ONE.has(name) ? "()" : "(o)"), "None", "self"]);
  return [`def __${name}__(self${ONE.has(name) ? "" : ", o"}):`,
    ...indented([name === "len" ? "pass" : `log("${i}.${name}")`, `return ${answer}`])];
}
function member(r, i) {
  return r.pick([
    () => [`x = ${r.int(9)}`],
    () => ["def f(self, *a):",
      ...indented([`log("f${i}")`,
        r.pick(["return super().f(*a)", "return self.x", `return ${i}`])])],
    () => ["@property",
      `def p(self): log("get p${i}"); return self.__dict__.get("q", ${i}) if hasattr(self, "__dict__") else ${i}`, ...(r.chance(50) ? ["@p.setter", `def p(self, v): log("set p${i}", v); self.q = v`] : []), ...(r.chance(30) ? ["@p.deleter", `def p(self): log("del p${i}")`] : [])],
    () => ["@classmethod",
      `def c(cls, *a): return cls.__name__, a${r.chance(40) ? " + (super().c(),)" : ""}`],
    () => ["@staticmethod", "def s(*a): return a"],
    () => ["def __getattr__(self, name):",
      ...indented([`log("getattr${i}", name)`,
        r.pick(["raise AttributeError(name)", `return name + "${i}"`,
          "return super().__getattr__(name)"])])],
    () => ["def __getattribute__(self, name):",
      ...indented([`if name[:2] != "__": log("attribute${i}", name)`,
        "return super().__getattribute__(name)"])],
    () => ["def __setattr__(self, name, v):",
      ...indented([`log("setattr${i}", name)`, "super().__setattr__(name, v)"])],
    () => ["def __delattr__(self, name):",
      ...indented([`log("delattr${i}", name)`, "super().__delattr__(name)"])],
    () => [`d = ${r.pick(["Data", "Plain", "Named"])}("d${i}")`],
    () => [`def __init__(self, *a): log("init${i}", a); ${r.pick(["super().__init__()", "self.x = a", "self.y = 1", "super().__init__(*a)"])}`],
    () => [`def __new__(cls, *a): log("new${i}", a); return ${r.pick(["super().__new__(cls)", "super().__new__(cls)", "super().__new__(cls, *a)", "None"])}`],
    () => [`def __init_subclass__(cls, **k): log("subclass${i}", cls.__name__, k); super().__init_subclass__()`],
    () => [`def __repr__(self): return "<${i}>"`], () => ["__hash__ = None"],
    () => method(r, r.pick(OPERATORS), i), () => method(r, r.pick(OPERATORS), i),
    () => method(r, r.pick(OPERATORS), i),
  ])();
}
const PRELUDE = `calls = 0
def log(*values):
    global calls
    calls += 1
    if calls > 200: raise RecursionError
    print("  ", *values)
class Plain:
    def __init__(self, name): self.name = name
    def __get__(self, o, cls): log("get", self.name, o is None, cls.__name__); return self.name
class Data(Plain):
    def __set__(self, o, v): log("set", self.name, v)
    def __delete__(self, o): log("delete", self.name)
class Named(Plain):
    def __set_name__(self, cls, name): log("name", cls.__name__, name)
class Meta(type):
    def __new__(m, name, bases, space, **k): log("meta", name, sorted(n for n in space if n[:2] != "__"), k); return super().__new__(m, name, bases, space)
    def __call__(cls, *a): log("create", cls.__name__); return super().__call__(*a)
    def __getattr__(cls, name): log("class getattr", name); return 5
class Other(Meta): pass
def iadd(a, b): a += b; return a
def told(v):
    t = type(v)
    return v if t in (int, str, bool, type(None), tuple, list, dict) else t.__name__
def tell(what, make):
    try: print(what, told(make()))
    except Exception as e: print(what, "raised", type(e).__name__)
`;
export function program(r) {
  // Layouts that exclude each other are refused by CPython and allowed by Krait: slots and built-in
  // bases do not meet here.
  const count = 5, slotted = r.chance(30);
  let native = false;
  const classes = several(count, (i) => {
    const bases = choose(r, [...Array(i).keys()].map((n) => `C${n}`),
      r.int(slotted ? 2 : 3)).concat(!slotted && !native && r.chance(15)
        ? [r.pick(["int", "list", "dict", "Exception", "str"])] : []);
    if (/[a-z]/.test(bases.at(-1) ?? "")) native = true;
    const keywords = r.chance(15) ? [r.pick(["metaclass=Meta", "metaclass=Other", "k=1"])] : [];
    const slots = slotted && r.chance(60)
      ? [`__slots__ = ${r.pick(["('y',)", "()", "('q', 'x2')", "'y'"])}`] : [];
    const body = [...slots, ...several(1 + r.int(4), () => member(r, i)).flat()];
    return ["try:",
      ...indented([`class C${i}(${[...bases, ...keywords].join(", ")}):`, ...indented(body),
        `print(${i}, [c.__name__ for c in C${i}.__mro__])`]),
      `except Exception as e:`,
      ...indented([`print("class ${i}", type(e).__name__)`, `class C${i}: pass`])].join("\n");
  });
  const uses = several(24, () => {
    const a = r.int(count), b = r.int(count);
    const setup =
      [`tell("new ${a}", lambda: globals().__setitem__("a", C${a}(${r.pick(["", "1", ""])})))`,
        `tell("new ${b}", lambda: globals().__setitem__("b", ${r.pick([`C${b}()`, `C${b}()`, "3", "'s'", "a"])}))`];
    const what =
      r.pick([() => r.pick(Object.values(SIGNS)), () => r.pick(Object.values(SIGNS)),
        () => r.pick(["a.x", "a.p", "a.d", "a.f()", "a.c(1)", "a.s(2)", "a.nothing", "type(a).x",
          "type(a).d", "type(a).c()", "type(a).nothing", "type(a).p.__class__.__name__",
      "setattr(a, 'x', 5)", "setattr(a, 'p', 6)", "setattr(a, 'd', 7)", "setattr(a, 'y', 8)",
      "delattr(a, 'x')", "delattr(a, 'p')", "delattr(a, 'd')", "hasattr(a, 'y')", "sorted(vars(a))",
      "setattr(type(a), 'x', 9)", "getattr(a, 'zz', 0)",
      "super(type(a), a).x", "a.__class__.__name__", "[c.__name__ for c in type(a).__bases__]",
      "callable(a)", "a.f.__name__", "type(a).f is type(a).f", "a.f == a.f",
      "isinstance(type(a), Meta)"])])();
    return ["calls = 0", "a = b = None", ...setup, `tell(${JSON.stringify(what)}, lambda: ${what})`]
      .join("\n");
  });
  return `${PRELUDE}${classes.join("\n")}\n${uses.join("\n")}\n`;
}
