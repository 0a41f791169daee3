// Register code: a function in the form that the interpreter runs. Made by translator.ts from a
// CodeObject.
//
// Instructions are 8 bytes (docs/register-code.md). Behind the constants, in the same pool, lie the
// inline caches; an instruction names one by its distance from the pool's begin in 8-byte units.
import { Value } from "../core/value";
import { typeBegin } from "../objects/builder";
import { OBJECT_TYPE } from "../objects/type";
import { Header, TYPE_BYTES } from "../heap/header";
import { Op } from "./ops";
import { markObject, markRaw, markValues } from "../heap/collector";

export const REGISTER_CODE_TYPE: usize = memory.data(TYPE_BYTES, 16);

@unmanaged export class RegisterCode extends Header {
  /** The CodeObject it was made from. */
  code: usize;
  /** Raw cell of instructions. Owned. */
  instructions: usize;
  /** Unit: instructions. */
  count: u32;
  /** Raw cell: constants (Values), then caches. Owned. */
  pool: usize;
  constants: u32;
  /** Unit: 8 bytes. */
  poolUnits: u32;
  /** Registers of a frame. */
  frameSize: u32;
  /** The same. Unit: bytes. */
  frameBytes: u32;
  /** Positional arguments that a plain call must give exactly; ENTRY_COMPLEX if more is to be done
   *  at entry. */
  plainArguments: u32;
  /** Registers that hold arguments at entry: positional, keyword-only, *args, **kw. */
  argumentRegisters: u32;
  /** Free variables: cells put behind the arguments. */
  freeVariables: u32;
  /** Locals: the first registers. Behind them lie two for each level of blocks, then the value
   *  stack's. */
  locals: u32;
  /** First register of the value stack. */
  stackBase: u32;
  /** Raw cell, u16 an instruction: what may hold something while it is carried out. Low byte:
   *  registers of the value stack; high byte: levels of exception blocks. DEPTH_UNKNOWN: more than
   *  a byte can say. Owned. */
  depths: usize;
  /** Raw cell of handler rows (HANDLER_ROW bytes each), outer before inner. Owned. 0: none. */
  handlers: usize;
  handlerCount: u32;
  /** Raw cell of pairs u32: instruction index, line; ascending. Owned. */
  lines: usize;
  lineCount: u32;
  /** Raw cell of attribute caches' unit indices, u32 each, for marking. Owned. */
  cacheList: usize;
  cacheCount: u32;
  /** What instructions have PATCHED: debug.ts, PATCHES_*. */
  patched: u32;
}
export const DEPTH_UNKNOWN: u32 = 255;
/** Bit of an instruction's op field: debug.ts is to look before it is carried out. Who reads an op
 *  from memory masks it. */
export const PATCHED: u32 = 0x100;
/** Bit of an instruction's op field: its constant or cache lies 65,536 units times the b of the
 *  next one, PoolHigh, further. */
export const WIDE: u32 = 0x200;
/** The bits of an op field that are the instruction. */
export const OP_MASK: u32 = 0xff;
if (Op.PoolHigh > 0xff) ERROR("opcodes reach the bit PATCHED");
/** plainArguments of code with *args, **kw, keyword-only arguments, or that makes a generator. */
export const ENTRY_COMPLEX: u32 = 0xffffffff;

// A handler row: u32 each.
export const HANDLER_ROW: usize = 24;
/** First instruction guarded. */
export const HANDLER_BEGIN: usize = 0;
/** First instruction no longer guarded. */
export const HANDLER_END: usize = 4;
/** Where to go on. */
export const HANDLER_TARGET: usize = 8;
/** Register that gets the exception (the value stack's slot). */
export const HANDLER_REGISTER: usize = 12;
/** Register that keeps the exception while it is handled. */
export const HANDLER_KEEP: usize = 16;
/** Nesting, outermost 0, times 2; HANDLER_FINALLY added for finally and with, which raise again
 *  what they get. */
export const HANDLER_LEVEL: usize = 20;
export const HANDLER_FINALLY: u32 = 1;

// An attribute cache: 4 units. What the fields mean: objects/attributes.ts.
export const CACHE_UNITS: u32 = 4;
export const CACHE_NAME: usize = 0;
export const CACHE_KLASS: usize = 4;
/** Byte offset of the slot in the instance, if the value lies inside; else 0. */
export const CACHE_OFFSET: usize = 8;
export const CACHE_KIND: usize = 12;
export const CACHE_VERSION: usize = 16;
export const CACHE_AT: usize = 20;
export const CACHE_SHAPE: usize = 24;
/** FIND_* that the cached entry gives. */
export const CACHE_FOUND: usize = 28;

// A cache of a global name: 2 units.
export const GLOBAL_UNITS: u32 = 2;
export const GLOBAL_NAME: usize = 0;
/** Version of the globals dict for which `entry` holds. */
export const GLOBAL_VERSION: usize = 4;
/** Address of the table entry. */
export const GLOBAL_ENTRY: usize = 8;
/** Version of the builtins dict (LoadBuiltin). */
export const GLOBAL_BUILTINS: usize = 12;

/** The hidden type. */
export function registerCodeInstall(): void {
  typeBegin(REGISTER_CODE_TYPE, "register_code", OBJECT_TYPE, registerCodeMark);
}
export function registerCodeMark(address: usize): void {
  const r = changetype<RegisterCode>(address);
  markObject(r.code);
  markRaw(r.instructions);
  markRaw(r.pool);
  markValues(r.pool, r.constants);
  markRaw(r.handlers);
  markRaw(r.lines);
  markRaw(r.depths);
  markRaw(r.cacheList);
  for (let i: u32 = 0; i < r.cacheCount; i++) {
    const cache = r.pool + (<usize>load<u32>(r.cacheList + (<usize>i << 2)) << 3);
    markObject(load<u32>(cache, CACHE_NAME));
    markObject(load<u32>(cache, CACHE_KLASS));
    markObject(load<u32>(cache, CACHE_SHAPE));
  }
}

/** Clears what nobody looks at again of the registers at `fp` of a frame that stands at `pc` (in
 *  the instruction before, or about to carry that out), but for addresses from `low` to `high`,
 *  which are deeper frames'. */
export function clearDead(r: RegisterCode, fp: usize, pc: usize, low: usize, high: usize): void {
  const i = (pc - r.instructions) >> 3;
  const now = i < r.count ? <u32>load<u16>(r.depths + (i << 1)) : 0;
  const before = i != 0 ? <u32>load<u16>(r.depths + (i << 1) - 2) : 0;
  const depth = max(now & 0xff, before & 0xff), levels = max(now >> 8, before >> 8);
  const stack = fp + (<usize>r.stackBase << 3);
  if (levels != DEPTH_UNKNOWN)
    clearBetween(fp + (<usize>(r.locals + 2 * levels) << 3), stack, low, high);
  if (depth != DEPTH_UNKNOWN)
    clearBetween(stack + (<usize>depth << 3), fp + r.frameBytes, low, high);
}
function clearBetween(begin: usize, end: usize, low: usize, high: usize): void {
  const first = min(end, low), second = max(begin, high);
  if (begin < first) memory.fill(begin, 0, first - begin);
  if (second < end) memory.fill(second, 0, end - second);
}

/** Source line of the instruction at index `at`. 0: unknown. */
export function lineOf(r: RegisterCode, at: u32): u32 {
  let low: u32 = 0, high = r.lineCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<u32>(r.lines + (<usize>middle << 3)) <= at) low = middle + 1; else high = middle;
  }
  return low == 0 ? 0 : load<u32>(r.lines + (<usize>(low - 1) << 3), 4);
}
