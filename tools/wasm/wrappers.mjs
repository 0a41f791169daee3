// Functions that call another with some arguments that are always the same, for the cold callers
// that give it just those; and that drop its result, where it is dropped.
import { OP, NO_RESULT, gives, instruction, takes } from "./instructions.mjs";

/** Least that a wrapper must save; its length, locals, end and type; a call in it. Unit: bytes. */
const LEAST = 30, FUNCTION_BYTES = 5, CALL_BYTES = 3;
/** More constants in one call are not looked at. */
const MOST_CONSTANTS = 5;
const DROPPED = "drop";

/**
 * Lets the functions where `isCold(index)` call wrappers.
 * @param {object[]} functions  changed
 * @param {object} context  { all, types, globals } (instructions.mjs)
 * @param {number} firstIndex  index of the first function added
 * @returns {{signature: object, locals: number[], code: object[], like: number}[]} the functions to
 *   add; like: index of the one that is called
 */
export function wrapped(functions, context, firstIndex, isCold) {
  const sites = new Map();
  functions.forEach((f, index) => {
    if (!isCold(index)) return;
    for (const site of callsOf(f, context)) {
      if (!sites.has(site.callee)) sites.set(site.callee, []);
      sites.get(site.callee).push({ ...site, f });
    }
  });
  const added = [], removed = new Map();
  for (const [callee, all] of sites) {
    let left = all;
    for (;;) {
      const best = bestWrapper(left, context.all[callee]);
      if (!best || best.gain < LEAST) break;
      const wrapper = firstIndex + added.length;
      added.push({ ...wrapperOf(callee, best.parts, context.all[callee]), like: callee });
      for (const { f, at, parts } of left.filter((site) => fits(site, best.keys))) {
        if (!removed.has(f)) removed.set(f, new Set());
        for (const key of best.keys) removed.get(f).add(parts.get(key).at);
        f.code[at] = instruction(OP.call, wrapper);
      }
      left = left.filter((site) => !fits(site, best.keys));
    }
  }
  for (const [f, places] of removed) f.code = f.code.filter((_, at) => !places.has(at));
  return added;
}
const fits = ({ parts }, keys) => keys.every((key) => parts.has(key));

/** The calls with constant arguments: { callee, at, parts }; parts: by what it says and where, {
 *  at, position, bytes }. */
function* callsOf(f, context) {
  const whole = { ...context, locals: f.locals }, open = [];
  let stack = [];
  for (const [at, i] of f.code.entries()) {
    const taken = i.op === OP.else || i.op === OP.end ? 0 : takes(i, context.all, context.types);
    if (i.op === OP.call) {
      const args = taken > 0 ? stack.slice(-taken) : [], parts = new Map();
      args.forEach((from, position) => {
        if (from === undefined || parts.size === MOST_CONSTANTS) return;
        const { bytes } = f.code[from];
        parts.set(`${position}:${Buffer.from(bytes).toString("latin1")}`,
          { at: from, position, constant: f.code[from], bytes: bytes.length });
      });
      if (f.code[at + 1].op === OP.drop) parts.set(DROPPED, { at: at + 1, bytes: 1 });
      if (args.length === taken && parts.size > 0) yield { callee: i.n, at, parts };
    }
    for (let k = 0; k < taken; k++) stack.pop();
    if (i.op >= OP.block && i.op <= OP.if) {
      open.push({ stack, type: i.n });
      stack = [];
    } else if (i.op === OP.else) stack = [];
    else if (i.op === OP.end) {
      const block = open.pop();
      stack = block?.stack ?? [];
      if (block && block.type !== NO_RESULT) stack.push(undefined);
    } else if (gives(i, whole) !== undefined)
      stack.push(i.op >= OP.i32Const && i.op <= OP.f64Const ? at : undefined);
  }
}

/** The set of parts that saves most: { keys, parts, gain }. */
function bestWrapper(sites, { params }) {
  const counts = new Map();
  for (const { parts } of sites) {
    const keys = [...parts.keys()];
    for (let set = 1; set < 1 << keys.length; set++) {
      const chosen = keys.filter((_, k) => (set >> k) & 1), key = chosen.join("\n");
      const entry = counts.get(key) ?? { keys: chosen, parts: chosen.map((k) => parts.get(k)),
        count: 0 };
      entry.count++;
      counts.set(key, entry);
    }
  }
  let best;
  for (const entry of counts.values()) {
    const bytes = entry.parts.reduce((sum, part) => sum + part.bytes, 0);
    const given = entry.parts.filter(({ position }) => position !== undefined).length;
    const gain =
      entry.count * bytes - (bytes + 2 * (params.length - given) + CALL_BYTES + FUNCTION_BYTES);
    if (!best || gain > best.gain) best = { ...entry, gain };
  }
  return best;
}

function wrapperOf(callee, parts, { params, result }) {
  const given =
    new Map(parts.filter(({ position }) => position !== undefined).map(({ position, constant }) =>
      [position, constant]));
  const isDropped = parts.some(({ position }) => position === undefined);
  const rest = params.filter((_, position) => !given.has(position));
  let next = 0;
  const args = params.map((_, position) => given.get(position) ?? instruction(OP.localGet, next++));
  return {
    signature: { params: rest, result: isDropped ? undefined : result }, locals: rest,
    code: [...args, instruction(OP.call, callee), ...(isDropped ? [instruction(OP.drop)] : []),
      instruction(OP.end)],
  };
}
