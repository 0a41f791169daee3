// Static qstrs at run time: number to interned str and back.
//
// Strings that the core knows anyway (objects/names.ts, single characters) are shared; the others
// are interned at boot and kept. The table of numbers is built once, at boot.
import { Value, NOTHING } from "../core/value";
import { markValue, addRootMarker } from "../heap/collector";
import { StrObject, internBytes, strHash } from "../objects/str";
import { QSTRS, QSTR_COUNT } from "./qstrs";

/** Values of the strs, by number; entry 0 is unused. */
const STRS: usize = memory.data(8 * 166, 16);
/** Open addressing over numbers (u8) by the str's hash. */
const SLOTS: usize = memory.data(512, 16);
const SLOT_MASK: u32 = 511;
/** Room for the longest of them while they are read. Unit: bytes. */
const SCRATCH: usize = memory.data(64, 16);

function markStatic(): void {
  for (let i = 1; i <= QSTR_COUNT; i++) markValue(load<u64>(STRS + (<usize>i << 3)));
}
/** Interns the strs. Called once at boot, after names. */
export function staticQstrsInit(): void {
  addRootMarker(markStatic);
  let number: i32 = 1, length: u32 = 0;
  for (let i = 0; i < QSTRS.length; i++) {
    const c = <u8>QSTRS.charCodeAt(i);
    if (c != 124) { store<u8>(SCRATCH + length++, c); continue; }
    const s = internBytes(SCRATCH, length);
    length = 0;
    store<u64>(STRS + (<usize>number << 3), s);
    let at = strHash(changetype<StrObject>(<usize>s)) & SLOT_MASK;
    while (load<u8>(SLOTS + at) != 0) at = (at + 1) & SLOT_MASK;
    store<u8>(SLOTS + at, <u8>number);
    number++;
  }
}
/** The interned str with this number; NOTHING: there is none. */
export function staticQstr(number: u32): Value {
  return number == 0 || number > <u32>QSTR_COUNT ? NOTHING : load<u64>(STRS + (<usize>number << 3));
}
/** Number of an interned str; 0: it is none of them. */
export function staticQstrNumber(name: Value): u32 {
  let at = strHash(changetype<StrObject>(<usize>name)) & SLOT_MASK;
  while (true) {
    const number = <u32>load<u8>(SLOTS + at);
    if (number == 0) return 0;
    if (load<u64>(STRS + (<usize>number << 3)) == name) return number;
    at = (at + 1) & SLOT_MASK;
  }
}
