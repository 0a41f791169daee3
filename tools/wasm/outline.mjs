// Sequences of instructions that cold functions have in common become functions of their own.
//
// A sequence is whole: it leaves the stack as it was but for one result, its branches stay in it,
// it does not return. The locals it reads are parameters; it may set one that is needed afterwards,
// which is then its result. Two are alike if only the numbers of their locals differ.
import { OP, gives, instruction, takes } from "./instructions.mjs";
import { liveLocals } from "./liveness.mjs";

/** Longest sequence. Unit: bytes. */
const LONGEST = 200;
/** Least that a call, and that a function must save: below it the code compresses worse. Unit:
 *  bytes. */
const LEAST_EACH = 5, LEAST = 20;
/** A call, with an index of two bytes; an access to a local; a function's length, locals, end,
 *  type. Unit: bytes. */
const CALL_BYTES = 3, LOCAL_BYTES = 2, FUNCTION_BYTES = 5;

/**
 * Takes common sequences out of the functions where `isCold(index)`.
 * @param {object[]} functions  changed
 * @param {object} context  { all, types, globals } (instructions.mjs)
 * @param {number} firstIndex  index of the first function added
 * @returns {{signature: object, locals: number[], code: object[], like: number}[]} the functions to
 *   add; like: index of the one in which the sequence stood first
 */
export function outlined(functions, context, firstIndex, isCold) {
  const imports = firstIndex - functions.length;
  const groups = new Map();
  functions.forEach((f, index) => {
    if (isCold(index)) findSequences(f, index, context, groups);
  });
  const added = [], taken = functions.map((f) => new Uint8Array(f.code.length)),
    places = functions.map(() => []);
  const queue =
    [...groups.values()].filter((g) => g.sites.length > 1 && gain(g, g.sites.length) >= LEAST);
  for (const g of queue) g.expected = gain(g, g.sites.length);
  queue.sort((a, b) => a.expected - b.expected);
  while (queue.length > 0) {
    const group = queue.pop();
    const free = freeSites(group, taken), now = gain(group, free.length);
    if (now < LEAST) continue;
    if (queue.length > 0 && now < queue.at(-1).expected) {
      // Others have taken some of its places: it waits for its turn.
      group.expected = now;
      let at = queue.length;
      while (at > 0 && queue[at - 1].expected > now) at--;
      queue.splice(at, 0, group);
      continue;
    }
    const callee = firstIndex + added.length;
    for (const site of free) {
      taken[site.index].fill(1, site.from, site.to);
      places[site.index].push({ ...site, callee });
    }
    added.push({ ...functionOf(functions[free[0].index], free[0], group),
      like: imports + free[0].index });
  }
  functions.forEach((f, index) => {
    for (const { from, to, params, out, callee } of places[index].sort((a, b) => b.from - a.from)) {
      f.code.splice(from, to - from, ...params.map((n) => instruction(OP.localGet, n)),
        instruction(OP.call, callee),
        ...(out === undefined ? [] : [instruction(OP.localSet, out)]));
    }
  });
  return added;
}

/** What a group saves at so many places. Unit: bytes. */
const gain = ({ bytes, cost, own }, places) =>
  places * (bytes - cost) - (bytes + own + FUNCTION_BYTES);

/** The sites of a group that nothing has taken and that do not overlap. */
function freeSites({ sites }, taken) {
  const free = [];
  for (const site of sites) {
    const last = free.at(-1);
    if (last?.index === site.index && site.from < last.to) continue;
    if (!taken[site.index].subarray(site.from, site.to).includes(1)) free.push(site);
  }
  return free;
}

/** Enters all sequences of a function into the groups of those that are alike. */
function findSequences(f, index, context, groups) {
  const { code } = f, live = liveLocals(code), whole = { ...context, locals: f.locals };
  const needed = (n, at) => (live[at] >> BigInt(n)) & 1n;
  for (let from = 0; from < code.length - 1; from++) {
    if (takes(code[from], context.all, context.types) > 0 || code[from].op === OP.end
      || code[from].op === OP.else) continue;
    const open = [], locals = new Map();
    let height = 0, bytes = 0, key = "", type, written = 0n;
    for (let i = from; i < code.length - 1; i++) {
      const { op, n } = code[i];
      if (op === OP.return || op === OP.unreachable || op === OP.brTable) break;
      if ((op === OP.br || op === OP.brIf) && n >= open.length) break;
      const floor = open.at(-1)?.height ?? 0;
      if (op === OP.else) {
        if (open.length === 0) break;
        height = floor;
      } else if (op === OP.end) {
        if (open.length === 0) break;
        const block = open.pop();
        height = block.height + (block.type === undefined ? 0 : 1);
        type = block.type;
      } else {
        height -= takes(code[i], context.all, context.types);
        if (height < floor) break;
        if (op >= OP.block && op <= OP.if) open.push({ height, type: n === 0x40 ? undefined : n });
        else {
          const result = gives(code[i], whole);
          if (result === 0) type = undefined; else type = result;
          if (result !== undefined) height++;
        }
      }
      bytes += code[i].bytes.length;
      if (bytes > LONGEST) break;
      if (op >= OP.localGet && op <= OP.localTee) {
        if (!locals.has(n)) {
          locals.set(n, locals.size);
          key += `${f.locals[n]}${needed(n, from) ? "p" : "i"},`;
        }
        key += `${op}:${locals.get(n)},`;
        if (op !== OP.localGet) written |= 1n << BigInt(n);
      } else key += `${Buffer.from(code[i].bytes).toString("latin1")},`;
      if (open.length > 0 || height > 1 || bytes < CALL_BYTES + LEAST_EACH) continue;
      // A result whose type is not known from its last instruction: left out.
      if (height === 1 && type === undefined) continue;
      const outs = [...locals.keys()].filter((k) => (written >> BigInt(k)) & needed(k, i + 1));
      if (outs.length + height > 1) continue;
      const params = [...locals.keys()].filter((k) => needed(k, from)),
        own = locals.size - params.length;
      const cost = CALL_BYTES + LOCAL_BYTES * (params.length + outs.length);
      if (bytes - cost < LEAST_EACH) continue;
      const whichOut = outs.length > 0 ? locals.get(outs[0]) : "";
      const full = `${key}|${height === 1 ? type : ""}|${whichOut}`;
      let group = groups.get(full);
      if (!group)
        groups.set(full,
          group = { bytes, cost, own: 2 * own + 2 * outs.length,
            result: height === 1 ? type : undefined, sites: [] });
      group.sites.push({ index, from, to: i + 1, params, out: outs[0] });
    }
  }
}

/** The function that a site becomes. */
function functionOf(f, { from, to, params, out }, { result }) {
  const body = f.code.slice(from, to),
    used = new Set(body.filter(({ op }) => op >= OP.localGet && op <= OP.localTee).map(({ n }) =>
      n));
  const own = [...used].filter((n) => !params.includes(n)).sort((a, b) =>
    f.locals[a] - f.locals[b]);
  const now = new Map([...params, ...own].map((n, i) => [n, i]));
  const code =
    body.map((i) => (i.op >= OP.localGet && i.op <= OP.localTee ? instruction(i.op, now.get(i.n))
      : i));
  if (out !== undefined) code.push(instruction(OP.localGet, now.get(out)));
  return {
    signature: { params: params.map((n) => f.locals[n]), result: out === undefined ? result
      : f.locals[out] },
    locals: [...now.keys()].map((n) => f.locals[n]), code: [...code, instruction(OP.end)],
  };
}
