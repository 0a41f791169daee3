// Frames: the VM stack of registers and the stack of frame records.
//
// A Python call costs no Wasm stack: its registers lie on the VM stack (a generator's in its own
// object), what is needed to come back in a record. The caller's argument registers are the
// callee's first registers.
//
//  record:
//  0   4   8     12    16        20       24      28         32       40     48   52
//  |pc |fp |code |kind |function |globals |locals |generator |handled |extra |top |finisher
import { ci, setCi } from "../heap/running";
import { Value, NOTHING } from "../core/value";
import { takePages } from "../heap/allocator";
import { addRootMarker, markObject, markValue, markValues, packing } from "../heap/collector";
import { addPackHook } from "../heap/pack";
import { RegisterCode, clearDead } from "./register_code";

@unmanaged export class Frame {
  /** Address of the next instruction. For frames below the running one: where they go on. */
  pc: usize;
  /** Address of register 0. */
  fp: usize;
  /** RegisterCode. */
  code: usize;
  /** K_*: what is done with the result. */
  kind: u32;
  /** FunctionObject. */
  function: usize;
  /** DictObject. */
  globals: usize;
  /** Namespace of a module or class body: a dict or another mapping; 0: none. */
  locals: usize;
  /** GeneratorObject whose frame this is, 0: none. */
  generator: usize;
  /** The exception being handled here or, if none, further out; NOTHING: none. */
  handled: Value;
  /** What the kind needs. */
  extra: Value;
  /** First address of the VM stack above this frame. */
  top: usize;
  /** K_THEN: table index of the finisher, and in the upper half the kind of what it returns. */
  finisher: u32;
}
export const FRAME: usize = 56;
if (offsetof<Frame>() != FRAME) ERROR("Frame is not 56 bytes");

// kinds: what becomes of a frame's result. `instruction` is the caller's, just before its pc.
/** Into the register in field c of the instruction (calls). */
export const K_CALL: u32 = 0;
/** Into the register in field a. */
export const K_A: u32 = 1;
/** Nothing: setters. */
export const K_DROP: u32 = 2;
/** __init__: must be None; `extra`, the instance, into field c. */
export const K_INIT: u32 = 3;
/** Ends the program's run. */
export const K_ROOT: u32 = 5;
/** An operator's or comparison's method: into a, unless it is NotImplemented; then `extra` says how
 *  to go on. */
export const K_OPERATOR: u32 = 6;
/** A method whose truth decides the conditional jump that the instruction is. */
export const K_JUMP: u32 = 7;
/** __next__ of a for loop: into field b; StopIteration ends the loop. A generator's frame, too. */
export const K_FOR: u32 = 9;
/** A generator resumed by a call (next, send, throw): yields and results into field c. */
export const K_SEND: u32 = 10;
/** A generator resumed by YieldFrom: what it yields is yielded on; its result goes into field b. */
export const K_YIELD_FROM: u32 = 11;
/** __exit__: its truth swallows the exception. */
export const K_EXIT: u32 = 14;
/** A module's body: the instruction is carried out again; `extra`: the module's name. */
export const K_IMPORT: u32 = 15;
/** The native that asked for it goes on: finisher(extra, result) gives the native's result. */
export const K_THEN: u32 = 16;
/** __iter__: the result must be an iterator; into field a. */
export const K_ITER: u32 = 17;
/** LoadMethod's getter: into field a, the next register is nothing. */
export const K_METHOD: u32 = 18;
/** Added to a kind: the debugger is told when the frame is left. */
export const WATCHED: u32 = 0x200;

/** Size of the VM stack. Unit: pages of 64 KiB. */
const STACK_PAGES: u32 = 16;
/** Size of the record stack. Unit: pages; 12 give 14,000 frames. */
const RECORD_PAGES: u32 = 12;

let stack: usize = 0;
/** First address behind the VM stack, less a reserve for natives' arguments. */
export let stackLimit: usize = 0;
let records: usize = 0;
/** A record beyond this address is one too many. */
export let recordLimit: usize = 0;
export { ci, setCi };
@inline export function frame(): Frame { return changetype<Frame>(ci); }

/** What sys.setrecursionlimit was told; at first what the record stack holds. Unit: frames. */
export let recursionLimit: i32 = 0;
/** Less is not enforced: the host's own calls and callbacks go on working. Unit: frames. */
const LIMIT_LEAST: i32 = 32;

/** Takes the stacks' memory: the first pages of the heap, so that every generator's frame lies
 *  above. */
export function framesInit(): void {
  stack = takePages(STACK_PAGES, 65535);
  records = takePages(RECORD_PAGES, 65535);
  stackLimit = stack + (<usize>STACK_PAGES << 16) - 4096;
  setRecursionLimit(recordsMost());
  framesReset();
  addRootMarker(markFrames);
  addPackHook(clearRecords);
}
/** Part of the stacks that may be used: 256ths. */
let share: usize = 256;
/** The host bounds both stacks to what `bytes` are of the VM stack, at least 16 KiB. Before the
 *  first program. */
export function setStackLimit(bytes: usize): void {
  const all = <usize>STACK_PAGES << 16;
  const used = bytes > all ? all : bytes < 16384 ? 16384 : bytes;
  share = used / (all >> 8);
  stackLimit = stack + used - 4096;
  setRecursionLimit(recordsMost());
}
/** What the record stack holds, less a reserve for natives. Unit: frames. */
function recordsMost(): i32 { return <i32>((<usize>RECORD_PAGES << 16) / FRAME * share >> 8) - 64; }
/** Frames allowed at once: as many of them as there is room for. */
export function setRecursionLimit(frames: i32): void {
  recursionLimit = frames;
  recordLimit = records + <usize>max(min(frames, recordsMost()), LIMIT_LEAST) * FRAME;
}
/** Unit: frames. */
export function recursionDepth(): i32 { return <i32>((ci - records) / FRAME); }
/** Forgets all frames (after an abandoned run). */
export function framesReset(): void {
  setCi(records);
  memory.fill(ci, 0, FRAME);
  const f = frame();
  f.kind = K_ROOT;
  f.fp = stack;
  f.top = stack;
}
export function firstRecord(): usize { return records; }

/** First address of the VM stack. */
export function stackBegin(): usize { return stack; }
/** First address of the VM stack that no frame uses. */
export function stackTop(): usize {
  let top = stack;
  for (let at = records; at <= ci; at += FRAME) {
    const f = changetype<Frame>(at);
    if (f.top > top) top = f.top;
  }
  return top;
}

/** Root marker. Also clears the stack above the running frame, and the registers of all frames that
 *  nobody looks at again: what lies there may be freed now. */
function markFrames(): void {
  if (!packing()) clearFrames();
  for (let at = records; at <= ci; at += FRAME) markFrame(changetype<Frame>(at), 0);
  // Arguments of a call that is being made may lie just above.
  clearAbove(stackTop());
}
/** Clears the dead registers of all frames. What deeper frames have of the VM stack is theirs. */
function clearFrames(): void {
  let low = usize.MAX_VALUE, high: usize = 0;
  for (let at = ci; at >= records; at -= FRAME) {
    const f = changetype<Frame>(at);
    if (f.code == 0) continue;
    if (f.generator != 0) {
      clearDead(changetype<RegisterCode>(f.code), f.fp, f.pc, usize.MAX_VALUE, 0);
      continue;
    }
    clearDead(changetype<RegisterCode>(f.code), f.fp, f.pc, low, high);
    low = min(low, f.fp);
    high = max(high, f.top);
  }
}
/** Marks what a record refers to. `moved`: how far the VM stack's contents lie from where they
 *  belong (a saved task's). */
export function markFrame(f: Frame, moved: usize): void {
  if (f.code != 0) {
    markObject(f.code);
    markObject(f.function);
    markObject(f.globals);
    markObject(f.locals);
    markObject(f.generator);
    if (f.generator == 0) markValues(f.fp + moved, changetype<RegisterCode>(f.code).frameSize);
  }
  markValue(f.handled);
  markValue(f.extra);
}
/** Clears the VM stack from `top` on. Only parts that are not clear already are written: an
 *  instance that never went deep keeps those pages untouched. */
function clearAbove(top: usize): void {
  const end = stackLimit + 4096;
  let at = top & ~7;
  while (at < end) {
    let next = (at + 4096) & ~4095;
    if (next > end) next = end;
    for (let word = at; word < next; word += 8) {
      if (load<u64>(word) == 0) continue;
      memory.fill(word, 0, next - word);
      break;
    }
    at = next;
  }
}
/** Zeroes the records above the running frame's. */
function clearRecords(): void {
  const free = ci + FRAME;
  memory.fill(free, 0, records + (<usize>RECORD_PAGES << 16) - free);
}
