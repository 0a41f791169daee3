// Static qstrs at run time: number to interned str and back.
//
// Only .mpy files and few constants ask for them, so they are a list of names that lies compressed
// (objects/module_list.ts) until then. Awake, there is a table by number and one by hash.
import { Value, NOTHING } from "../core/value";
import { markValue, addRootMarker } from "../heap/collector";
import { listBegin, listOpen, nextName, putTypeName, unlimited } from "../objects/module_list";
import { StrObject, internBytes, strHash } from "../objects/str";
import { QSTRS, QSTR_COUNT } from "./qstrs";

/** Values of the strs, by number; entry 0 is unused. */
const STRS: usize = memory.data(8 * 166, 16);
/** Open addressing over numbers (u8) by the str's hash. */
const SLOTS: usize = memory.data(512, 16);
const SLOT_MASK: u32 = 511;
/** Room for the longest of them while they are listed. Unit: bytes. */
const SCRATCH: usize = memory.data(64, 16);
/** Where the list of names is; 0: they are awake. */
let list: usize = 0;

function markStatic(): void {
  for (let i = 1; i <= QSTR_COUNT; i++) markValue(load<u64>(STRS + (<usize>i << 3)));
}
export function staticQstrsInit(): void { addRootMarker(markStatic); }
/** Writes the list of names. At build time. */
export function staticQstrsSleep(): void {
  list = listBegin(0, NOTHING);
  let length: u32 = 0;
  for (let i = 0; i < QSTRS.length; i++) {
    const c = <u8>QSTRS.charCodeAt(i);
    if (c != 124) { store<u8>(SCRATCH + length++, c); continue; }
    putTypeName(changetype<StrObject>(<usize>internBytes(SCRATCH, length)), false);
    length = 0;
  }
  memory.fill(SCRATCH, 0, 64);
}
/** Leaves them asleep if there is no memory for them. */
function wakeStatic(names: usize): void {
  listOpen(names);
  for (let number = 1; number <= QSTR_COUNT; number++) {
    const s = nextName();
    if (s == NOTHING) {
      memory.fill(SLOTS, 0, 512);
      return;
    }
    store<u64>(STRS + (<usize>number << 3), s);
    let at = strHash(changetype<StrObject>(<usize>s)) & SLOT_MASK;
    while (load<u8>(SLOTS + at) != 0) at = (at + 1) & SLOT_MASK;
    store<u8>(SLOTS + at, <u8>number);
  }
  list = 0;
}
/** Interns them all, if they are not yet. */
export function wakeStaticQstrs(): void { if (list != 0) unlimited(wakeStatic, list); }
/** The interned str with this number; NOTHING: there is none, or no memory for it. */
export function staticQstr(number: u32): Value {
  wakeStaticQstrs();
  return number == 0 || number > <u32>QSTR_COUNT ? NOTHING : load<u64>(STRS + (<usize>number << 3));
}
/** Number of an interned str; 0: it is none of them. */
export function staticQstrNumber(name: Value): u32 {
  wakeStaticQstrs();
  let at = strHash(changetype<StrObject>(<usize>name)) & SLOT_MASK;
  while (true) {
    const number = <u32>load<u8>(SLOTS + at);
    if (number == 0) return 0;
    if (load<u64>(STRS + (<usize>number << 3)) == name) return number;
    at = (at + 1) & SLOT_MASK;
  }
}
