// Functions that the build adds to the core or puts in place of others, written as Wasm by hand:
// they need what AssemblyScript has no words for (a module's own globals by number, data segments),
// or what only the build knows.
import { TYPE, constant, u32 } from "./binary.mjs";

const BLOCK = 0x02, LOOP = 0x03, IF = 0x04, END = 0x0b, BR = 0x0c, BR_IF = 0x0d,
  CALL = 0x10, DROP = 0x1a;
const LOCAL_GET = 0x20, LOCAL_SET = 0x21, GLOBAL_GET = 0x23, GLOBAL_SET = 0x24;
const LOAD8_U = 0x2d, I32_EQZ = 0x45, I32_EQ = 0x46, I32_NE = 0x47, I32_LT_U = 0x49, I32_ADD = 0x6a,
  I32_SUB = 0x6b;
const LOAD = { [TYPE.i32]: 0x28, [TYPE.i64]: 0x29, [TYPE.f32]: 0x2a, [TYPE.f64]: 0x2b };
const STORE = { [TYPE.i32]: 0x36, [TYPE.i64]: 0x37, [TYPE.f32]: 0x38, [TYPE.f64]: 0x39 };
const NO_RESULT = 0x40;

const number = (n) => constant(TYPE.i32, n).slice(0, -1);
const get = (local) => [LOCAL_GET, local];
const set = (local) => [LOCAL_SET, local];
const memoryInit = [0xfc, 8, 0, 0], memoryCopy = [0xfc, 10, 0, 0];

/** Most globals that are copied by one call. Alone, each would take three times the code. */
const GROUP = 16;

/**
 * Functions that copy globals ({ type, index }) to memory and from there, 8 bytes each, those of
 * one type behind each other.
 * @param {number} first  index that the first function will have
 * @returns {{functions: object[], bytes: number}} functions: (at): writes the globals to memory at
 *   `at`; (at): reads them from there; and what these two call. bytes: what is written
 */
export function copyGlobals(globals, first) {
  const save = [...get(0)], load = [], helpers = [];
  let bytes = 0;
  for (const type of new Set(globals.map((g) => g.type))) {
    const all = globals.filter((g) => g.type === type).map((g) => u32(g.index));
    const size = Math.ceil(all.length / Math.ceil(all.length / GROUP)),
      put = first + 2 + helpers.length;
    helpers.push(putValues(type, size), takeValues(type, size));
    for (let i = 0; i < all.length; i += size) {
      // The last group has some of the one before if there are not enough.
      const from = Math.min(i, all.length - size), group = all.slice(from, from + size);
      save.push(...group.flatMap((g) => [GLOBAL_GET, ...g]), CALL, ...u32(put));
      load.push(...get(0), CALL, ...u32(put + 1), ...set(0),
        ...group.reverse().flatMap((g) => [GLOBAL_SET, ...g]));
      bytes += 8 * size;
    }
  }
  const copy = (code) => ({ params: [TYPE.i32], code });
  return { functions: [copy([...save, DROP]), copy(load), ...helpers], bytes };
}
/** (at, values ...): writes the values to memory at `at`. Returns the address behind them. */
const putValues = (type, count) => ({
  params: [TYPE.i32, ...Array(count).fill(type)],
  results: [TYPE.i32],
  code: [...eachPlace(count, (i) => [...get(0), ...get(i + 1), STORE[type], 2, ...u32(8 * i)]),
    ...get(0), ...number(8 * count), I32_ADD],
});
/** (at): reads them. Returns the values, and the address behind them. */
const takeValues = (type, count) => ({
  params: [TYPE.i32],
  results: [...Array(count).fill(type), TYPE.i32],
  code: [...eachPlace(count, (i) => [...get(0), LOAD[type], 2, ...u32(8 * i)]), ...get(0),
    ...number(8 * count), I32_ADD],
});
const eachPlace = (count, code) => Array.from({ length: count }, (_, i) => code(i)).flat();

/**
 * (): puts the pieces of data segment 0 where they belong ({ at, bytes }: they follow each other in
 * the segment), the list behind them at `listAt`, and calls `next` with the list's address and its
 * length.
 * @param {{pieces: {at: number, bytes: Uint8Array}[], listAt: number, listBytes: number, next:
 *   number}} layout
 */
export function placeData({ pieces, listAt, listBytes, next }) {
  let from = 0;
  const placed = [...pieces.map(({ at, bytes }) => ({ at, length: bytes.length })),
    { at: listAt, length: listBytes }].flatMap(({ at, length }) => {
    const code = [...number(at), ...number(from), ...number(length), ...memoryInit];
    from += length;
    return code;
  });
  return { params: [],
    code: [...placed, ...number(listAt), ...number(listBytes), CALL, ...u32(next)] };
}

/**
 * How the functions of asc's library that read string literals read them when link.mjs has packed
 * them: as bytes, ASCII or (strLiteral only) UTF-8, with a zero behind. Those in `seldom` ({ at,
 * end }) may have to be woken first, by the function `wake`.
 * @returns {{code: number[], locals?: [number, number][]} | undefined}  undefined: another function
 */
export function literalReader(name, seldom, wake) {
  const awake = [...get(0), ...number(seldom.at), I32_SUB, ...number(seldom.end - seldom.at),
    I32_LT_U,
    IF, NO_RESULT, CALL, ...u32(wake), END];
  const length = (parameters) => ({
    locals: [[1, TYPE.i32]],
    code: [
      ...awake, ...get(0), ...set(parameters),
      BLOCK, NO_RESULT, LOOP, NO_RESULT,
      ...get(parameters), LOAD8_U, 0, 0, I32_EQZ, BR_IF, 1,
      ...get(parameters), ...number(1), I32_ADD, ...set(parameters), BR, 0,
      END, END,
      ...get(parameters), ...get(0), I32_SUB,
    ],
  });
  return {
    "~lib/string/String#get:length": length(1),
    // (text, with NUL)
    "~lib/string/String.UTF8.byteLength": length(2),
    "~lib/string/String#charCodeAt": { code: [...awake, ...get(0), ...get(1), I32_ADD, LOAD8_U, 0,
      0] },
    // Equal literals are one.
    "~lib/string/String.__eq": { code: [...get(0), ...get(1), I32_EQ] },
    "~lib/string/String.__ne": { code: [...get(0), ...get(1), I32_NE] },
    // (text, characters, to, with NUL): bytes written
    "~lib/string/String.UTF8.encodeUnsafe": { code: [...get(2), ...get(0), ...get(1), ...memoryCopy,
      ...get(1)] },
  }[name];
}
