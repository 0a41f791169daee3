// Shorter constants: whole numbers as floats are converted from small ints; constants that are
// often used where speed does not count are read from globals that never change.
import { TYPE } from "./binary.mjs";
import { OP, instruction } from "./instructions.mjs";

const CONVERT_I32_S = 0xb7;
/** Global indices below it take one byte. */
const ONE_BYTE = 128;
/** Least that a global must save: below it the code compresses worse. Unit: bytes. */
const LEAST = 60;
const TYPE_OF = { [OP.i32Const]: TYPE.i32, [OP.i64Const]: TYPE.i64, [OP.f32Const]: TYPE.f32,
  [OP.f64Const]: TYPE.f64 };

/** Whole numbers as floats: converted from ints. */
export function shortenFloats(f) {
  const view = new DataView(new ArrayBuffer(8));
  f.code = f.code.flatMap((i) => {
    if (i.op !== OP.f64Const) return [i];
    view.setBigUint64(0, i.n);
    const x = view.getFloat64(0);
    if (!Number.isInteger(x) || Object.is(x, -0) || Math.abs(x) > 1 << 27) return [i];
    return [instruction(OP.i32Const, BigInt(x)), instruction(CONVERT_I32_S)];
  });
}

/**
 * Puts constants into globals, for functions where `isCold(index)`, and the globals into an order
 * in which the most used come first.
 * @returns {{globals: object[], now: number[]}}  now: the new index of each old global
 */
export function shareConstants(functions, globals, isCold) {
  // saved and loaded
  const uses = new Map(), plain = globals.map(({ mutable }) => (mutable ? 2 : 0));
  functions.forEach((f, index) => {
    for (const i of f.code) {
      if (i.op === OP.globalGet || i.op === OP.globalSet) plain[i.n]++;
      if (!TYPE_OF[i.op] || !isCold(index)) continue;
      const key = keyOf(i), use = uses.get(key) ?? { key, constant: i, count: 0 };
      use.count++;
      uses.set(key, use);
    }
  });
  // A global takes its place from another: what that costs depends on how often the last one of a
  // short index is used.
  let chosen = [], last = 0;
  for (let round = 0; round < 5; round++) {
    chosen = [...uses.values()].filter(({ constant: { bytes }, count }) =>
      count * (bytes.length - 3) - (bytes.length + 3) + Math.max(0, count - last) >= LEAST);
    last = [...plain, ...chosen.map(({ count }) => count)].sort((a, b) => b - a)[ONE_BYTE - 1] ?? 0;
  }
  const added = chosen.map(({ constant, count }) =>
    ({ type: TYPE_OF[constant.op], mutable: false, init: [...constant.bytes, OP.end], count }));
  const all = [...globals.map((g, i) => ({ ...g, count: plain[i] })), ...added];
  const order = [...all.keys()].sort((a, b) => all[b].count - all[a].count);
  const now = [];
  order.forEach((old, i) => { now[old] = i; });
  const shared = new Map(chosen.map(({ key }, i) => [key, now[globals.length + i]]));
  functions.forEach((f, index) => {
    f.code = f.code.map((i) => {
      if (i.op === OP.globalGet || i.op === OP.globalSet) return instruction(i.op, now[i.n]);
      const global = TYPE_OF[i.op] && isCold(index) ? shared.get(keyOf(i)) : undefined;
      return global === undefined ? i : instruction(OP.globalGet, global);
    });
  });
  return { globals: order.map((i) => all[i]), now };
}
const keyOf = ({ bytes }) => Buffer.from(bytes).toString("latin1");
