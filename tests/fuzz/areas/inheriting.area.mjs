// Classes below built-in types and each other, with members of any kind, and what instances of them
// answer.
import { choose, Lines, quoted } from "./cases.mjs";

const prelude = (r) => `class Desc:
    def __init__(self, n): self.n = n
    def __set_name__(self, o, n): print('set_name', o.__name__, n)
    def __get__(self, o, t): return ('get', self.n, o is None)
${r.chance(50) ? "    def __set__(self, o, v): print('set', self.n, v)\n" : ""}class Meta(type):
    def __call__(cls, *a):
        print('call', cls.__name__)
        return super().__call__(*a)
    def __getattr__(cls, n): return 'meta ' + n if n == 'zz' else super().__getattribute__(n)`;
const TELL = `def t(f):
    try:
        r = f()
        print(type(r).__name__, r if isinstance(r, (str, int, tuple, bool, float)) and type(r).__name__[0] != 'C' else '.')
    except Exception as e:
        print(type(e).__name__)`;
const member = (r, i, m, slotted) =>
  r.pick([`def ${m}(self, *a): return ('C${i}.${m}',) + a`,
    `def ${m}(self): return ('C${i}',) + tuple(super().${m}())`,
    `@property\ndef ${m}(self): return 'prop C${i}'`,
  `@classmethod\ndef ${m}(cls): return cls.__name__`, `@staticmethod\ndef ${m}(*a): return a`,
  `${m} = Desc(${r.int(10)})`, `${m} = ${r.int(100)}`, `def __init__(self, *a): self.a = ${i}`,
  `def __getattr__(self, n): return 'C${i}?' + n if n != 'zz' else super().__getattribute__(n)`,
  `def __eq__(self, o): return ${r.pick(["True", "NotImplemented", "False"])}`,
  `def __add__(self, o): return ${r.pick(["1", "NotImplemented", "super().__add__(o)"])}`, 
  // CPython's sequences answer + themselves before it.
  slotted ? `def __radd__(self, o): return 'radd${i}'` : "x = 1",
  `def __len__(self): return ${r.pick(["0", "3", "-1"])}`,
  "def __getitem__(self, k): return k", "def __call__(self, *a): return a",
  `def __init_subclass__(cls, **k):\n    print('init_subclass', cls.__name__)\n    super().__init_subclass__(**k)`, "def __contains__(self, x): return x",
  `def __hash__(self): return ${i}`, "def __bool__(self): return False",
  `def __iter__(self): return iter([${i}])`,
  "def __setattr__(self, n, v):\n    print('setattr', n)\n    super().__setattr__(n, v)",
  "def __lt__(self, o): return 'lt'",
  `def __str__(self): return 'str${i}'`, `def __repr__(self): return 'repr${i}'`,
  "def __index__(self): return 2", "def __delattr__(self, n): print('del', n)"]);

export function program(r) {
  // Layouts that exclude each other are refused by CPython and allowed by Krait: slots and built-in
  // bases do not meet here.
  const p = new Lines(), names = [], slotted = r.chance(40);
  p.add(0, prelude(r));
  for (let i = 0, count = 2 + r.int(4); i < count; i++) {
    const own = choose(r, names, r.int(3));
    const bases = own.length > 0 ? own : r.chance(60)
      ? [slotted ? "object"
      : r.pick(["object", "object", "list", "dict", "int", "Exception", "str", "tuple"])] : [];
    p.add(0,
      `try:\n    class C${i}(${[...bases, ...(r.chance(15) ? [`metaclass=${r.pick(["Meta", "type"])}`] : [])].join(", ")}):`);
    if (slotted && r.chance(50))
      p.add(2, `__slots__ = ${r.pick(["()", "('a',)", "('a', 'b')", "'q'"])}`);
    for (let n = 1 + r.int(5); n > 0; n--) p.add(2, member(r, i, r.pick([..."fghab"]), slotted));
    p.add(0,
      `except Exception as e:\n    print('no C${i}', type(e).__name__)\n    class C${i}: pass\nprint([c.__name__ for c in C${i}.__mro__])\ntry: o${i} = C${i}()\nexcept Exception as e:\n    print(type(e).__name__)\n    o${i} = None`);
    names.push(`C${i}`);
  }
  p.add(0, TELL);
  for (let n = 16; n > 0; n--) {
    const o = `o${r.int(names.length)}`, q = `o${r.int(names.length)}`, m = r.pick([..."fghabz"]);
    p.add(0, `t(lambda: ${r.pick([`${o}.${m}`, `${o}.${m}()`, `${o} + ${q}`, `${o} == ${q}`, `len(${o})`, `bool(${o})`, `setattr(${o}, ${quoted(m)}, 5)`, `delattr(${o}, ${quoted(m)})`, `type(${o}).${m}`,
      `${o}[1]`, `${o}(1, 2)`, `isinstance(${o}, ${r.pick(names)})`, `issubclass(${r.pick(names)}, ${r.pick(names)})`, `3 in ${o}`, `tuple(x for x, _ in zip(${o}, range(3)))`, `${o} < ${q}`, `1 + ${o}`, `hash(${o}) == hash(${o})`, `hasattr(${o}, ${quoted(m)})`,
      `sorted(vars(${o}))`, `type(${o}).zz`, `str(${o}) if 'at 0x' not in str(${o}) else 0`, `[1, 2, 3, 4][${o}]`, `${quoted(m)} in dir(${o})`, `super(${r.pick(names)}, ${o}).${m}`])})`);
  }
  return p.text();
}
