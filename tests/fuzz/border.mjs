// The border: random values go to Python and come back the same; random operations on proxies, in
// both languages, give values or typed errors; and what both sides hold of each other is given
// back.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { KraitError, PythonError, loadSync } from "../../dist/index.js";

const module =
  new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));
let python, count = 0, host;

const PRELUDE = `
import host
def same(x): return x
def swap(a, b=None, *c, **k): return [b, a, c, k]
def fails(x): raise ValueError(x)
def calls(f, *a): return f(*a)
def gen(n):
    for i in range(n): yield {"i": i, i: [i]}
class Thing:
    def __init__(self): self.items = {}
    def __getitem__(self, k): return self.items[k]
    def __setitem__(self, k, v): self.items[k] = v
    def __len__(self): return len(self.items)
    def __contains__(self, k): return k in self.items
    def __iter__(self): return iter(self.items)
    def __call__(self, *a): return (self, a)
    def __eq__(self, o): return host.call(o)
    def __hash__(self): return 1
    def __enter__(self): return self
    def __exit__(self, *a): return False
    async def later(self): return self
thing, lst, dct, tup, st = Thing(), [1, [2], "x"], {"a": 1, (1, 2): 3}, (1, "b"), {1, 2}
ba = bytearray(b"abc")
def use(o, op, x):
    if op == 0: return o[x]
    if op == 1: o[x] = x
    elif op == 2: return getattr(o, str(x))
    elif op == 3: setattr(o, str(x), lst)
    elif op == 4: return [v for v in o]
    elif op == 5: return o(x)
    elif op == 6: return x in o
    elif op == 7: return len(o), bool(o), repr(o), str(o)
    elif op == 8: del o[x]
    elif op == 9: return o == x, o != x, hash(o)
    elif op == 10: return dir(o)
    elif op == 11: return o + x
    elif op == 12: return {**o}
    elif op == 13: return isinstance(o, x)
    elif op == 14: return o.then(same), o.new(x)
    elif op == 15: return host.call(o, x, k=1)
`;
function fresh() {
  python?.dispose();
  host = {
    call: (f, ...rest) => (typeof f === "function" ? f(...rest) : rest.length),
    make: () =>
      ({ a: 1, list: [1, { b: 2 }], f(x) { return x ?? this; },
        get bad() { throw new TypeError("no"); } }),
    fails: (x) => { throw x; },
    keep: [],
    Thing: class { constructor(x) { this.x =
      x; } get y() { return this.x; } *[Symbol.iterator]() { yield this.x; } },
    map: new Map([["a", 1], [2, "b"]]), set: new Set([1, "x"]), date: new Date(0),
    bytes: new Uint8Array([1, 2, 3]), big: 2n ** 80n,
    weird: new Proxy({},
      { get(t, k) { if (k === "then") return undefined; throw new RangeError(String(k)); },
        has() { throw new RangeError("has"); } }),
    frozen: Object.freeze({ z: 1 }), nothing: undefined, none: null, symbol: Symbol("s"),
  };
  python =
    loadSync(module, { heapLimit: 8 << 20, stdin: () => null, modules: { host },
      shouldInterrupt: () => Date.now() > deadline });
  python.run(PRELUDE);
  count = 0;
}
let deadline = Infinity;

const NUMBERS = [0, -0, 1, -1, 1.5, NaN, Infinity, -Infinity, 2 ** 31, 2 ** 53, -(2 ** 53),
  2 ** 53 - 1, 5e-324, 1e308, 2 ** 62, 2 ** 63, -(2 ** 63), 0.1];
const BIGS = [0n, 1n, -1n, 2n ** 62n, 2n ** 63n, -(2n ** 63n), 2n ** 64n, 2n ** 200n,
  -(2n ** 200n) + 1n];
const TEXTS = ["", "a", "é日本🙂", "\0", "\ud800", "x\udc00", "a".repeat(300), "__proto__",
  "constructor", "then", "length", "1", "items"];
/** A value that is its own copy. */
function value(random, depth = 3) {
  switch (random.int(depth > 0 ? 9 : 6)) {
    case 0: return random.pick(NUMBERS);
    case 1: return random.pick(BIGS);
    case 2: return random.pick(TEXTS);
    case 3: return random.chance(50);
    case 4: return null;
    case 5: return Uint8Array.from({ length: random.int(9) }, () => random.int(256));
    case 6: return Array.from({ length: random.int(5) }, () => value(random, depth - 1));
    case 7: return Object.fromEntries(Array.from({ length: random.int(4) },
      () => [random.pick(TEXTS.filter((t) => t !== "__proto__")), value(random, depth - 1)]));
    default:
      return new Map(Array.from({ length: random.int(4) },
        () => [random.pick(TEXTS), value(random, depth - 1)]));
  }
}
/** What the value is when it comes back: numbers that are ints come as the smallest of number and
 *  bigint, maps as objects or maps. */
function expected(x) {
  if (typeof x === "bigint")
    return Number.isSafeInteger(Number(x)) && BigInt(Number(x)) === x ? Number(x) : x;
  if (Array.isArray(x)) return x.map(expected);
  if (x instanceof Map) return new Map([...x].map(([k, v]) => [expected(k), expected(v)]));
  if (x instanceof Uint8Array || typeof x !== "object" || x === null) return x;
  return new Map(Object.entries(x).map(([k, v]) => [k, expected(v)]));
}
const typed = (error) => error instanceof PythonError || error instanceof KraitError
  && !/has failed/.test(error.message)
  || error instanceof TypeError || error instanceof RangeError;

/** One trial: there and back, then some operations. Returns what went wrong, or undefined. */
export function trial(random) {
  if (!python || count++ > 40) fresh();
  deadline = Date.now() + 3000;
  const wrong = attempt(random);
  deadline = Infinity;
  if (wrong !== undefined) { python = undefined; return wrong; }
  try {
    return python.run("6 * 7") === 42 ? undefined : "afterwards";
  } catch (error) {
    python = undefined;
    return `afterwards: ${error.stack}`;
  }
}
function attempt(random) {
  const log = [];
  try {
    const x = value(random);
    log.push(x);
    const object = typeof x === "object" && x !== null && !(x instanceof Uint8Array);
    const there = object ? python.toPython(x) : x;
    const same = python.globals.get("same");
    let back = same(there);
    same.dispose();
    if (object) back = back.toJs({ dicts: "map" });
    const want = expected(x);
    // -0 is a number like others; NaN is itself.
    if (!isDeepStrictEqual(back, want)) return `there ${show(x)}, back ${show(back)}`;
  } catch (error) {
    if (!typed(error)) return `${error.stack}`;
    return `a value does not pass: ${show(log[0])}: ${error.message}`;
  }
  try {
    const pool = [...Object.values(host), value(random, 2), host.make()];
    const names = ["thing", "lst", "dct", "tup", "st", "ba", "same", "swap", "fails", "calls",
      "gen", "Thing", "use", "host"];
    for (let steps = 1 + random.int(12); steps > 0; steps--) {
      const any = () => random.chance(60) ? random.pick(pool) : random.chance(50)
        ? python.globals.get(random.pick(names)) : value(random, 1);
      const a = any(), b = any(),
        name = random.pick([...TEXTS, "x", "items", "append", "get", "f", "list", 0,
          Symbol.iterator]);
      try {
        const got = operation(random.int(20), a, b, name, random);
        if (got !== undefined && pool.length < 60) pool.push(got);
      } catch (error) {
        // Errors of the host's own come back as they are.
        if (!typed(error) && error !== a && error !== b && !(error instanceof Error)) {
          if (error === null || typeof error !== "object") continue;
          return `threw ${show(error)}`;
        }
        if (error instanceof WebAssembly.RuntimeError || error instanceof KraitError
          && /core has failed/.test(error.message)) return `${error.stack}`;
      }
    }
  } catch (error) {
    return `${error?.stack ?? error}`;
  }
  return undefined;
}
function operation(kind, a, b, name, random) {
  switch (kind) {
    case 0: return a?.[name];
    case 1: a[name] = b; return undefined;
    case 2: return typeof a === "function" ? a(b) : undefined;
    case 3: return typeof a === "function" ? new a(b) : undefined;
    case 4: return delete a[name];
    case 5: return name in a;
    case 6: return Object.keys(a).length;
    case 7: { let n = 0; for (const x of a) if (++n > 5) return x; return n; }
    case 8: return a?.toJs?.({ depth: random.int(4) });
    case 9: return a?.dispose === undefined || random.chance(70) ? undefined : a.dispose();
    case 10: return `${String(a)}`.length;
    case 11: return JSON.stringify(a)?.length;
    case 12: return python.toPython(a);
    case 13: return a?.get?.(b);
    case 14: return a?.set?.(b, a);
    case 15: return a?.has?.(b);
    case 16: return a?.callKwargs?.(b, { k: a });
    case 17: return python.scope(() => a?.length);
    case 18: host.keep = b; return python.globals.set("lst", a);
    default: {
      const use = python.globals.get("use");
      try { return use(a, random.int(16), random.chance(50) ? b : typeof name === "symbol" ? 1 : name); } finally {
        use.dispose();
      }
    }
  }
}
function show(x) {
  try { return JSON.stringify(x, (_, v) => (typeof v === "bigint" ? `${v}n` : v instanceof Map ? {
      map: [...v] } : Number.isNaN(v) ? "NaN" : v))?.slice(0, 400); } catch (error) {
    return String(error);
  }
}
