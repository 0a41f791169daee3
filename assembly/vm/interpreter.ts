// The interpreter: runs register code. One loop, one switch.
//
// pc, fp and kp (the constants and caches) are Wasm locals; they are written back to the frame's
// record only where something may look at them. A case is the fast path; what is rare is a call of
// a named function, out of line. Its result, or a marker that says what happened, goes to the one
// place after the switch. Conditions of fast paths are nested ifs, not &&: of && the tools make a
// value that is tested again. The instructions: docs/register-code.md. Python calls push a frame
// and stay in the loop.
import {
  Value, RAISED, NOTHING, END, TAIL_CALL, WAIT, NOT_HANDLED, isSmallInt, smallInt, smallIntNew,
  bothSmallInts, fitsSmallInt,
  isInlineFloat, bothInlineFloats, inlineFloat, inlineFloatTry,
} from "../core/value";
import { EVENTS, BUDGET } from "../heap/events";
import { Args } from "../objects/args";
import { NONE, TRUE, FALSE, boolValue, isBool } from "../objects/singletons";
import { FUNCTION_TYPE, FunctionObject } from "../objects/function";
import { NATIVE_TYPE, NativeFunction } from "../objects/native";
import { CellObject } from "../objects/cell";
import { CodeObject } from "../bytecode/code";
import { LIST_TYPE, ListObject, listAppend } from "../objects/list";
import { TUPLE_TYPE, TupleObject, tupleNew } from "../objects/tuple";
import { DICT_TYPE, TableObject, ENTRY_VALUE } from "../objects/table";
import { TypeObject, OP_ADD, OP_MUL, OP_AND, OP_OR, OP_XOR, OP_LSHIFT,
  OP_RSHIFT } from "../objects/type";
import { wordBinary } from "../objects/int_arith";
import { KLASS_TYPE } from "../heap/header";
import { IndexIter, RangeIter, LIST_ITER_TYPE, TUPLE_ITER_TYPE,
  RANGE_ITER_TYPE } from "../objects/iterators";
import { pairNext } from "../objects/iterators_lazy";
import { TextIter, STR_ITER_TYPE } from "../objects/string_iterators";
import { StrObject, STR_TYPE, STR_INTERNED, CHARS } from "../objects/str";
import { truth } from "../objects/protocol";
import { raised, raiseValue, pendingException } from "../objects/errors";
import { floatBox } from "../objects/float";
import { FIND_METHOD, CACHE_CLASS, CACHE_ADD } from "../objects/attribute_found";
import { RegisterCode, CACHE_KLASS, CACHE_OFFSET, CACHE_KIND, CACHE_VERSION, CACHE_AT, CACHE_SHAPE,
  CACHE_FOUND,
  GLOBAL_VERSION, GLOBAL_ENTRY, GLOBAL_BUILTINS, PATCHED, WIDE } from "./register_code";
import { Frame, FRAME, ci, setCi, frame, stackLimit, recordLimit, K_CALL, K_SEND, K_FOR,
  K_YIELD_FROM } from "./frames";
import { PUSHED, callObject } from "./calls";
import { GENERATOR_TYPE, COROUTINE_TYPE, RESUME, RESUME_SEND, resumeTarget, resumeValue,
  resumeMode } from "./generator";
import { RELOAD, EXIT, BREAK, resume, suspend, deliver } from "./resume";
import { hit, again, takeHeld, stopsAtRaise, stopOnException } from "./debug";
import { unwind } from "./unwind";
import { safepoint, STATUS_WAIT, exitWith } from "./safepoint";
import { operatorSlow, compareJump, subscrSlow } from "./operators";
import { builtins } from "./globals";
import * as G from "./globals";
import * as S from "./slow";
import { Op } from "./ops";

/** What a nested run, or the program, ended with: a Value, or RAISED. */
export let nestedResult: Value = NOTHING;
export function setNestedResult(v: Value): void { nestedResult = v; }

/** As a result: the budget is used up; look at events. */
const SAFEPOINT: Value = 0x5c;
/** As a result: operands that an operator's fast path does not know (operators.ts, operatorSlow).
 *  What wordBinary says, too. */
const SLOW: Value = NOT_HANDLED;
/** As a result: the instruction has PATCHED or WIDE, and is to be carried out without it. */
const UNPATCHED: Value = 0x74;
/** As a result: an exception is pending that has passed here before (no new traceback entry). */
export const RERAISED: Value = 0x64;

const VERSION: usize = offsetof<TableObject>("version");
const TYPE_VERSION: usize = offsetof<TypeObject>("version");
const TYPE_NEXT: usize = offsetof<TypeObject>("next");

// Operand fields of the instruction at pc: registers as byte offsets, numbers, immediates as tagged
// ints. They are read from memory where they are needed: an instruction word kept in a local would
// go to the Wasm stack and back.
@inline function ra(pc: usize): usize { return <usize>load<u16>(pc, 2) << 3; }
@inline function rb(pc: usize): usize { return <usize>load<u16>(pc, 4) << 3; }
@inline function rc(pc: usize): usize { return <usize>load<u16>(pc, 6) << 3; }
@inline function nb(pc: usize): u32 { return load<u16>(pc, 4); }
@inline function nc(pc: usize): u32 { return load<u16>(pc, 6); }
@inline function immB(pc: usize): Value { return (<u64><i64>load<i16>(pc, 4) << 1) | 1; }
@inline function immC(pc: usize): Value { return (<u64><i64>load<i16>(pc, 6) << 1) | 1; }
/** The opcode, where several share a case (without PATCHED, which is not in its low byte). */
@inline function opcode(pc: usize): i32 { return <i32>load<u8>(pc); }
/** The whole word without PATCHED, for functions out of line. */
@inline function word(pc: usize): u64 { return load<u64>(pc) & ~<u64>PATCHED; }
/** Jump offset in bytes. */
@inline function offset(pc: usize): i32 { return <i32>load<i16>(pc, 6) << 3; }
// Where a program pauses must not depend on how its fuel is cut up: at the first jump back, or
// before the first call, where all of it is used; if slow paths push a frame, once that is there.
// safepoint() can do with any other look.
/** Counts a jump back. True: the budget is used up. */
@inline function spent(): bool {
  const left = load<i32>(EVENTS, BUDGET) - 1;
  store<i32>(EVENTS, left, BUDGET);
  return left <= 0;
}
/** Counts a call. True: there was no budget for it, and it is to be carried out again (recount). */
@inline function spentBefore(): bool {
  const left = load<i32>(EVENTS, BUDGET) - 1;
  store<i32>(EVENTS, left, BUDGET);
  return left < 0;
}
/** The frame's pc: the next instruction. */
@inline function save(pc: usize): void { store<u32>(ci, <u32>pc + 8); }

/** Two interned strs are equal only if they are the same one. */
@inline function internedStrs(a: Value, b: Value): bool {
  return ((a | b) & 7) == 0 && load<u32>(<usize>a) == STR_TYPE && load<u32>(<usize>b) == STR_TYPE
    && (changetype<StrObject>(<usize>a).flags & changetype<StrObject>(<usize>b).flags
    & STR_INTERNED) != 0;
}

/** Runs the running frame until the frame that ends this run returns (nestedResult), or until the
 *  run is given up for a reason that the host is told (safepoint.ts, exitStatus). */
export function execute(): void {
  // V8 does not replace a function while it runs: leaving run() now and then lets it change to
  // optimised code.
  let result: Value = raised() ? RERAISED : RELOAD;
  const held = takeHeld();
  if (held != NOTHING) {
    raiseValue(held);
    result = unwind(true) ? RELOAD : EXIT;
  }
  while (true) {
    switch (<i32>result) {
      case <i32>RELOAD: case <i32>PUSHED:
        if (raised()) { result = RAISED; continue; }
        result = load<i32>(EVENTS, BUDGET) <= 0 ? SAFEPOINT : run();
        continue;
      case <i32>RAISED:
        if (S.endsLoop() || S.retryAfterCollection()) { result = RELOAD; continue; }
        if (stopOnException != 0 && stopsAtRaise()) return;
        result = unwind(true) ? RELOAD : EXIT;
        continue;
      case <i32>RERAISED:
        result = unwind(false) ? RELOAD : EXIT;
        continue;
      case <i32>SAFEPOINT: {
        if (S.takeRecounted()) again(frame().pc);
        const s = safepoint();
        if (s == 2) return;
        // The next instruction is the one that raises: it may be the first of a `try`.
        if (s == 1) frame().pc += 8;
        result = s == 1 ? RAISED : RELOAD;
        continue;
      }
      case <i32>WAIT:
        frame().pc -= 8;
        if (exitWith(STATUS_WAIT)) { again(frame().pc); return; }
        frame().pc += 8;
        result = RAISED;
        continue;
      default: return;                              // EXIT, BREAK
    }
  }
}

/** The loop. Runs until something happens that it does not do itself, and returns the marker that
 *  says what; the frame's pc is written back. */
function run(): Value {
  // The instruction that is being carried out; jumps are relative to the next one.
  let pc = frame().pc, fp = frame().fp;
  let kp = changetype<RegisterCode>(frame().code).pool;
  let result: Value;
  let op = <i32>load<u16>(pc);
  // The inner loop is left only to carry out an instruction without PATCHED (debug.ts) or WIDE.
  while (true) for (;; pc += 8, op = <i32>load<u16>(pc)) {
    switch (op) {
      case Op.Move: store<u64>(fp + ra(pc), load<u64>(fp + rb(pc))); continue;
      case Op.LoadConst:
        store<u64>(fp + ra(pc), load<u64>(kp + (<usize>load<u32>(pc, 4) << 3)));
        continue;
      case Op.LoadInt: store<u64>(fp + ra(pc), immB(pc)); continue;
      case Op.LoadNull: store<u64>(fp + ra(pc), NOTHING); continue;

      case Op.IAdd: case Op.Add: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothSmallInts(a, b)) {
          const r = a + (b - 1);
          if (<i64>((a ^ r) & (b ^ r)) >= 0) { store<u64>(fp + ra(pc), r); continue; }
        } else if (bothInlineFloats(a, b)) {
          const x = inlineFloat(a) + inlineFloat(b), r = inlineFloatTry(x);
          if ((r & 3) == 2) { store<u64>(fp + ra(pc), r); continue; }
          result = floatBox(x);
          break;
        }
        result = wordBinary(OP_ADD, a, b);
        break;
      }
      case Op.ISub: case Op.Sub: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothSmallInts(a, b)) {
          const r = a - (b - 1);
          if (<i64>((a ^ b) & (a ^ r)) >= 0) { store<u64>(fp + ra(pc), r); continue; }
        } else if (bothInlineFloats(a, b)) {
          const x = inlineFloat(a) - inlineFloat(b), r = inlineFloatTry(x);
          if ((r & 3) == 2) { store<u64>(fp + ra(pc), r); continue; }
          result = floatBox(x);
          break;
        }
        result = SLOW;
        break;
      }
      case Op.IMul: case Op.Mul: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothSmallInts(a, b)) {
          const x = <i64>a >> 1, y = <i64>b >> 1;
          // 66 would let -1 * -2**62 pass.
          if (clz(x ^ (x >> 63)) + clz(y ^ (y >> 63)) > 66) {
            store<u64>(fp + ra(pc), (<u64>(x * y) << 1) | 1);
            continue;
          }
        } else if (bothInlineFloats(a, b)) {
          const x = inlineFloat(a) * inlineFloat(b), r = inlineFloatTry(x);
          if ((r & 3) == 2) { store<u64>(fp + ra(pc), r); continue; }
          result = floatBox(x);
          break;
        }
        result = wordBinary(OP_MUL, a, b);
        break;
      }
      case Op.ITrueDiv: case Op.TrueDiv: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothInlineFloats(a, b)) {
          const x = inlineFloat(a) / inlineFloat(b), r = inlineFloatTry(x);
          if ((r & 3) == 2) { store<u64>(fp + ra(pc), r); continue; }
          result = floatBox(x);
          break;
        }
        result = SLOW;
        break;
      }
      case Op.IFloorDiv: case Op.FloorDiv: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothSmallInts(a, b)) if (<i64>b > 1) {
          const x = <i64>a >> 1, y = <i64>b >> 1;
          const q = x / y;
          store<u64>(fp + ra(pc), (<u64>(q - <i64>(x - q * y < 0)) << 1) | 1);
          continue;
        }
        result = SLOW;
        break;
      }
      case Op.IMod: case Op.Mod: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothSmallInts(a, b)) if (<i64>b > 1) {
          const y = <i64>b >> 1;
          const m = (<i64>a >> 1) % y;
          store<u64>(fp + ra(pc), (<u64>(m < 0 ? m + y : m) << 1) | 1);
          continue;
        }
        result = SLOW;
        break;
      }
      case Op.IAnd: case Op.And: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothSmallInts(a, b)) { store<u64>(fp + ra(pc), a & b); continue; }
        result = wordBinary(OP_AND, a, b);
        break;
      }
      case Op.IOr: case Op.Or: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothSmallInts(a, b)) { store<u64>(fp + ra(pc), a | b); continue; }
        result = wordBinary(OP_OR, a, b);
        break;
      }
      case Op.IXor: case Op.Xor: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothSmallInts(a, b)) { store<u64>(fp + ra(pc), (a ^ b) | 1); continue; }
        result = wordBinary(OP_XOR, a, b);
        break;
      }
      case Op.ILShift: case Op.LShift: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothSmallInts(a, b)) if (b < 125) {
          const x = <i64>a >> 1, n = <i64>(b >> 1), r = x << n;
          if (r >> n == x) if (fitsSmallInt(r)) {
            store<u64>(fp + ra(pc), smallIntNew(r));
            continue;
          }
        }
        result = SLOW;
        break;
      }
      case Op.IRShift: case Op.RShift: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothSmallInts(a, b)) if (b < 127) {
          store<u64>(fp + ra(pc), (<u64>(<i64>a >> 1 >> <i64>(b >> 1)) << 1) | 1);
          continue;
        }
        result = SLOW;
        break;
      }
      case Op.IMatMul: case Op.MatMul: case Op.IPow: case Op.Pow:
        result = SLOW;
        break;
      case Op.IAddInt: case Op.AddInt: {
        const a = load<u64>(fp + rb(pc)), b = immC(pc), r = a + (b - 1);
        if (isSmallInt(a)) if (<i64>((a ^ r) & (b ^ r)) >= 0) {
          store<u64>(fp + ra(pc), r);
          continue;
        }
        result = SLOW;
        break;
      }
      case Op.ISubInt: case Op.SubInt: {
        const a = load<u64>(fp + rb(pc)), b = immC(pc), r = a - (b - 1);
        if (isSmallInt(a)) if (<i64>((a ^ b) & (a ^ r)) >= 0) {
          store<u64>(fp + ra(pc), r);
          continue;
        }
        result = SLOW;
        break;
      }
      case Op.IMulInt: case Op.MulInt: {
        const a = load<u64>(fp + rb(pc)), x = <i64>a >> 1;
        // |c| < 2^15: the product fits if the number needs no more than 47 bits.
        if (isSmallInt(a)) if (clz(x ^ (x >> 63)) >= 18) {
          store<u64>(fp + ra(pc), (<u64>(x * <i64>load<i16>(pc, 6)) << 1) | 1);
          continue;
        }
        result = SLOW;
        break;
      }
      case Op.IAndInt: case Op.AndInt: {
        const a = load<u64>(fp + rb(pc));
        if (isSmallInt(a)) { store<u64>(fp + ra(pc), a & immC(pc)); continue; }
        result = wordBinary(OP_AND, a, immC(pc));
        break;
      }
      case Op.ILShiftInt: case Op.LShiftInt: {
        const a = load<u64>(fp + rb(pc));
        const x = <i64>a >> 1, n = <i64>nc(pc), r = x << n;
        if (isSmallInt(a)) if (r >> n == x) if (fitsSmallInt(r)) {
          store<u64>(fp + ra(pc), smallIntNew(r));
          continue;
        }
        result = wordBinary(OP_LSHIFT, a, (<u64>nc(pc) << 1) | 1);
        break;
      }
      case Op.IRShiftInt: case Op.RShiftInt: {
        const a = load<u64>(fp + rb(pc));
        if (isSmallInt(a)) {
          store<u64>(fp + ra(pc), (<u64>(<i64>a >> 1 >> <i64>nc(pc)) << 1) | 1);
          continue;
        }
        result = wordBinary(OP_RSHIFT, a, (<u64>nc(pc) << 1) | 1);
        break;
      }
      case Op.IFloorDivInt: case Op.FloorDivInt: {
        const a = load<u64>(fp + rb(pc));
        if (isSmallInt(a)) {
          const x = <i64>a >> 1, y = <i64>nc(pc), q = x / y;
          store<u64>(fp + ra(pc), (<u64>(q - <i64>(x - q * y < 0)) << 1) | 1);
          continue;
        }
        result = SLOW;
        break;
      }
      case Op.IModInt: case Op.ModInt: {
        const a = load<u64>(fp + rb(pc));
        if (isSmallInt(a)) {
          const y = <i64>nc(pc), m = (<i64>a >> 1) % y;
          store<u64>(fp + ra(pc), (<u64>(m < 0 ? m + y : m) << 1) | 1);
          continue;
        }
        result = SLOW;
        break;
      }
      case Op.IAddConst: case Op.AddConst: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(kp + rc(pc));
        if (bothInlineFloats(a, b)) {
          const x = inlineFloat(a) + inlineFloat(b), r = inlineFloatTry(x);
          if ((r & 3) == 2) { store<u64>(fp + ra(pc), r); continue; }
          result = floatBox(x);
          break;
        }
        result = wordBinary(OP_ADD, a, b);
        break;
      }
      case Op.ISubConst: case Op.SubConst: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(kp + rc(pc));
        if (bothInlineFloats(a, b)) {
          const x = inlineFloat(a) - inlineFloat(b), r = inlineFloatTry(x);
          if ((r & 3) == 2) { store<u64>(fp + ra(pc), r); continue; }
          result = floatBox(x);
          break;
        }
        result = SLOW;
        break;
      }
      case Op.IMulConst: case Op.MulConst: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(kp + rc(pc));
        if (bothInlineFloats(a, b)) {
          const x = inlineFloat(a) * inlineFloat(b), r = inlineFloatTry(x);
          if ((r & 3) == 2) { store<u64>(fp + ra(pc), r); continue; }
          result = floatBox(x);
          break;
        }
        result = wordBinary(OP_MUL, a, b);
        break;
      }
      case Op.ITrueDivConst: case Op.TrueDivConst: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(kp + rc(pc));
        if (bothInlineFloats(a, b)) {
          const x = inlineFloat(a) / inlineFloat(b), r = inlineFloatTry(x);
          if ((r & 3) == 2) { store<u64>(fp + ra(pc), r); continue; }
          result = floatBox(x);
          break;
        }
        result = SLOW;
        break;
      }
      case Op.Pos: case Op.Invert:
        result = SLOW;
        break;
      case Op.Neg: {
        const a = load<u64>(fp + rb(pc));
        if (isInlineFloat(a)) {
          // The sign is bit 2 of the rotated double.
          store<u64>(fp + ra(pc), inlineFloatTry(-inlineFloat(a)));
          continue;
        }
        if (isSmallInt(a) && fitsSmallInt(-(<i64>a >> 1))) {
          store<u64>(fp + ra(pc), smallIntNew(-(<i64>a >> 1)));
          continue;
        }
        result = SLOW;
        break;
      }
      case Op.Not: {
        const a = load<u64>(fp + rb(pc));
        if (isBool(a)) { store<u64>(fp + ra(pc), boolValue(a == FALSE)); continue; }
        save(pc);
        const t = truth(a);
        if (t < 0) { result = RAISED; break; }
        store<u64>(fp + ra(pc), boolValue(t == 0));
        continue;
      }
      case Op.Lt: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothSmallInts(a, b)) { store<u64>(fp + ra(pc), boolValue(<i64>a < <i64>b)); continue; }
        result = SLOW;
        break;
      }
      case Op.Gt: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothSmallInts(a, b)) { store<u64>(fp + ra(pc), boolValue(<i64>a > <i64>b)); continue; }
        result = SLOW;
        break;
      }
      case Op.Eq: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothSmallInts(a, b)) { store<u64>(fp + ra(pc), boolValue(a == b)); continue; }
        result = SLOW;
        break;
      }
      case Op.Le: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothSmallInts(a, b)) { store<u64>(fp + ra(pc), boolValue(<i64>a <= <i64>b)); continue; }
        result = SLOW;
        break;
      }
      case Op.Ge: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothSmallInts(a, b)) { store<u64>(fp + ra(pc), boolValue(<i64>a >= <i64>b)); continue; }
        result = SLOW;
        break;
      }
      case Op.Ne: {
        const a = load<u64>(fp + rb(pc)), b = load<u64>(fp + rc(pc));
        if (bothSmallInts(a, b)) { store<u64>(fp + ra(pc), boolValue(a != b)); continue; }
        result = SLOW;
        break;
      }
      case Op.Is:
        store<u64>(fp + ra(pc), boolValue(load<u64>(fp + rb(pc)) == load<u64>(fp + rc(pc))));
        continue;
      case Op.IsNot:
        store<u64>(fp + ra(pc), boolValue(load<u64>(fp + rb(pc)) != load<u64>(fp + rc(pc))));
        continue;
      case Op.In: case Op.NotIn: {
        save(pc);
        result = S.contains(load<u64>(fp + rb(pc)), load<u64>(fp + rc(pc)), opcode(pc) == Op.NotIn);
        break;
      }
      // No float held inline is NaN: for ints and them, "not less" is "greater or equal".
      case Op.JumpLt: case Op.JumpNotGe: {
        const a = load<u64>(fp + ra(pc)), b: u64 = load<u64>(fp + rb(pc));
        if (bothSmallInts(a, b)) {
          if (!(<i64>a < <i64>b)) continue;
        } else if (bothInlineFloats(a, b)) {
          if (!(inlineFloat(a) < inlineFloat(b))) continue;
        } else {
          save(pc);
          result = compareJump(opcode(pc), a, b);
          if (result == FALSE) continue;
          if (result != TRUE) break;
        }
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpGt: case Op.JumpNotLe: {
        const a = load<u64>(fp + ra(pc)), b: u64 = load<u64>(fp + rb(pc));
        if (bothSmallInts(a, b)) {
          if (!(<i64>a > <i64>b)) continue;
        } else if (bothInlineFloats(a, b)) {
          if (!(inlineFloat(a) > inlineFloat(b))) continue;
        } else {
          save(pc);
          result = compareJump(opcode(pc), a, b);
          if (result == FALSE) continue;
          if (result != TRUE) break;
        }
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpEq: case Op.JumpNotNe: {
        const a = load<u64>(fp + ra(pc)), b: u64 = load<u64>(fp + rb(pc));
        if (bothSmallInts(a, b)) {
          if (!(a == b)) continue;
        } else if (internedStrs(a, b)) {
          if (!(a == b)) continue;
        } else {
          save(pc);
          result = compareJump(opcode(pc), a, b);
          if (result == FALSE) continue;
          if (result != TRUE) break;
        }
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpLe: case Op.JumpNotGt: {
        const a = load<u64>(fp + ra(pc)), b: u64 = load<u64>(fp + rb(pc));
        if (bothSmallInts(a, b)) {
          if (!(<i64>a <= <i64>b)) continue;
        } else if (bothInlineFloats(a, b)) {
          if (!(inlineFloat(a) <= inlineFloat(b))) continue;
        } else {
          save(pc);
          result = compareJump(opcode(pc), a, b);
          if (result == FALSE) continue;
          if (result != TRUE) break;
        }
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpGe: case Op.JumpNotLt: {
        const a = load<u64>(fp + ra(pc)), b: u64 = load<u64>(fp + rb(pc));
        if (bothSmallInts(a, b)) {
          if (!(<i64>a >= <i64>b)) continue;
        } else if (bothInlineFloats(a, b)) {
          if (!(inlineFloat(a) >= inlineFloat(b))) continue;
        } else {
          save(pc);
          result = compareJump(opcode(pc), a, b);
          if (result == FALSE) continue;
          if (result != TRUE) break;
        }
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpNe: case Op.JumpNotEq: {
        const a = load<u64>(fp + ra(pc)), b: u64 = load<u64>(fp + rb(pc));
        if (bothSmallInts(a, b)) {
          if (!(a != b)) continue;
        } else if (internedStrs(a, b)) {
          if (!(a != b)) continue;
        } else {
          save(pc);
          result = compareJump(opcode(pc), a, b);
          if (result == FALSE) continue;
          if (result != TRUE) break;
        }
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpLtInt: case Op.JumpNotGeInt: {
        const a = load<u64>(fp + ra(pc)), b: u64 = immB(pc);
        if (isSmallInt(a)) {
          if (!(<i64>a < <i64>b)) continue;
        } else {
          save(pc);
          result = compareJump(opcode(pc), a, b);
          if (result == FALSE) continue;
          if (result != TRUE) break;
        }
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpGtInt: case Op.JumpNotLeInt: {
        const a = load<u64>(fp + ra(pc)), b: u64 = immB(pc);
        if (isSmallInt(a)) {
          if (!(<i64>a > <i64>b)) continue;
        } else {
          save(pc);
          result = compareJump(opcode(pc), a, b);
          if (result == FALSE) continue;
          if (result != TRUE) break;
        }
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpEqInt: case Op.JumpNotNeInt: {
        const a = load<u64>(fp + ra(pc)), b: u64 = immB(pc);
        if (isSmallInt(a)) {
          if (!(a == b)) continue;
        } else {
          save(pc);
          result = compareJump(opcode(pc), a, b);
          if (result == FALSE) continue;
          if (result != TRUE) break;
        }
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpLeInt: case Op.JumpNotGtInt: {
        const a = load<u64>(fp + ra(pc)), b: u64 = immB(pc);
        if (isSmallInt(a)) {
          if (!(<i64>a <= <i64>b)) continue;
        } else {
          save(pc);
          result = compareJump(opcode(pc), a, b);
          if (result == FALSE) continue;
          if (result != TRUE) break;
        }
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpGeInt: case Op.JumpNotLtInt: {
        const a = load<u64>(fp + ra(pc)), b: u64 = immB(pc);
        if (isSmallInt(a)) {
          if (!(<i64>a >= <i64>b)) continue;
        } else {
          save(pc);
          result = compareJump(opcode(pc), a, b);
          if (result == FALSE) continue;
          if (result != TRUE) break;
        }
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpNeInt: case Op.JumpNotEqInt: {
        const a = load<u64>(fp + ra(pc)), b: u64 = immB(pc);
        if (isSmallInt(a)) {
          if (!(a != b)) continue;
        } else {
          save(pc);
          result = compareJump(opcode(pc), a, b);
          if (result == FALSE) continue;
          if (result != TRUE) break;
        }
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpIs: {
        if (!(load<u64>(fp + ra(pc)) == load<u64>(fp + rb(pc)))) continue;
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpIsNot: {
        if (!(load<u64>(fp + ra(pc)) != load<u64>(fp + rb(pc)))) continue;
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpIsConst: {
        if (!(load<u64>(fp + ra(pc)) == load<u64>(kp + rb(pc)))) continue;
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpIsNotConst: {
        if (!(load<u64>(fp + ra(pc)) != load<u64>(kp + rb(pc)))) continue;
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpIn: case Op.JumpNotIn: {
        save(pc);
        const t = S.containsTruth(load<u64>(fp + ra(pc)), load<u64>(fp + rb(pc)));
        if (t < 0) { result = RAISED; break; }
        if ((t != 0) == (opcode(pc) == Op.JumpNotIn)) continue;
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.JumpTrue: case Op.JumpFalse: {
        const a = load<u64>(fp + ra(pc));
        let t: i32;
        if (isBool(a)) t = <i32>(a == TRUE);
        else {
          save(pc);
          t = truth(a);
          if (t < 0) { result = RAISED; break; }
        }
        if ((t != 0) == (opcode(pc) == Op.JumpFalse)) continue;
        const by = offset(pc);
        pc += by;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.Jump: {
        const by = load<i32>(pc, 4);
        pc += by << 3;
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.LoopCount: case Op.LoopCountInt: {
        const counter = load<u64>(fp + ra(pc));
        const limit = opcode(pc) == Op.LoopCount ? load<u64>(fp + rb(pc)) : immB(pc);
                const step = <i64>load<i16>(pc, 12);
        const r = counter + <u64>(step << 1);
        if (!bothSmallInts(counter, limit) || <i64>((counter ^ r) & (<u64>step ^ r)) < 0) {
          save(pc);
          const t = S.loopSlow(word(pc), fp, limit, word(pc + 8));
          if (t < 0) { result = RAISED; break; }
          if (t == 0) { pc += 8; continue; }
        } else {
          store<u64>(fp + ra(pc), r);
          if (step > 0 ? <i64>r >= <i64>limit : <i64>r <= <i64>limit) { pc += 8; continue; }
          store<u64>(fp + ra(pc + 8), r);
        }
        pc += offset(pc);
        if (spent()) { result = SAFEPOINT; break; }
        continue;
      }
      case Op.GetIter: {
        save(pc);
        result = S.getIterSlow(load<u64>(fp + rb(pc)));
        break;
      }
      case Op.ForIter: case Op.ForPair: {
        const v = load<u64>(fp + ra(pc)), type = <usize>load<u32>(<usize>v);
        if (type == RANGE_ITER_TYPE) {
          const it = changetype<RangeIter>(<usize>v), left = it.left;
          if (left != 0) {
            const n = it.next;
            it.left = left - 1;
            it.next = n + it.step;
            store<u64>(fp + rb(pc), smallIntNew(n));
            continue;
          }
          pc += offset(pc);
          continue;
        }
        if (type == LIST_ITER_TYPE) {
          const it = changetype<IndexIter>(<usize>v), i = it.index;
          const list = changetype<ListObject>(it.target);
          if (it.target != 0) if (i < list.length) {
            it.index = i + 1;
            store<u64>(fp + rb(pc), list.at(i));
            continue;
          }
          it.target = 0;
          pc += offset(pc);
          continue;
        }
        if (type == TUPLE_ITER_TYPE) {
          const it = changetype<IndexIter>(<usize>v), i = it.index;
          const tuple = changetype<TupleObject>(it.target);
          if (it.target != 0) if (i < tuple.length) {
            it.index = i + 1;
            store<u64>(fp + rb(pc), tuple.at(i));
            continue;
          }
          it.target = 0;
          pc += offset(pc);
          continue;
        }
        if (type == STR_ITER_TYPE) {
          const it = changetype<TextIter>(<usize>v), at = it.offset;
          const s = changetype<StrObject>(it.target);
          if (it.target != 0) if (at < s.lengthBytes) {
            const byte = <usize>load<u8>(s.data + at);
            if (byte < 128) {
              it.offset = at + 1;
              store<u64>(fp + rb(pc), <u64>(CHARS + (byte << 5)));
              continue;
            }
          }
        }
        save(pc);
        if (type == GENERATOR_TYPE || type == COROUTINE_TYPE) {
          if (spentBefore()) { pc -= 8; result = S.recount(SAFEPOINT); break; }
          result = S.resumeFor(v);
        } else {
          result = NOT_HANDLED;
          if (opcode(pc) == Op.ForPair) if (load<u16>(pc, 8) == Op.UnpackSequence) {
            result = pairNext(v, fp + ra(pc + 8));
            if (result == NONE) { pc += 8; continue; }
          }
          if (result == NOT_HANDLED) {
            // The klass of an instance of a class is a shape, of others the type itself.
            const next = load<u32>(type, KLASS_TYPE) == type ? load<u32>(type, TYPE_NEXT) : 0;
            result = next != 0 ? call_indirect<Value>(next, v) : S.forSlow(v);
            if (result == TAIL_CALL) result = S.forTail();
          }
        }
        if (result == END) { pc += offset(pc); continue; }
        if ((result & 7) == 4 || result == RAISED) break;
        store<u64>(fp + rb(pc), result);
        continue;
      }
      case Op.CheckLocal:
        if (load<u64>(fp + ra(pc)) != NOTHING) continue;
        result = S.unbound(load<u64>(kp + rb(pc)));
        break;
      case Op.DeleteLocal:
        if (load<u64>(fp + ra(pc)) == NOTHING) {
          result = S.unbound(load<u64>(kp + rb(pc)));
          break;
        }
        store<u64>(fp + ra(pc), NOTHING);
        continue;
      case Op.MakeCell:
        result = S.makeCell(load<u64>(fp + ra(pc)));
        break;
      case Op.LoadDeref: {
        const v = changetype<CellObject>(<usize>load<u64>(fp + rb(pc))).content;
        if (v == NOTHING) { result = S.unboundFree(load<u64>(kp + rc(pc)), nb(pc)); break; }
        store<u64>(fp + ra(pc), v);
        continue;
      }
      case Op.StoreDeref:
        changetype<CellObject>(<usize>load<u64>(fp + ra(pc))).content = load<u64>(fp + rb(pc));
        continue;
      case Op.DeleteDeref: {
        const cell = changetype<CellObject>(<usize>load<u64>(fp + ra(pc)));
        if (cell.content == NOTHING) {
          result = S.unboundFree(load<u64>(kp + rc(pc)), load<u16>(pc, 2));
          break;
        }
        cell.content = NOTHING;
        continue;
      }
      case Op.LoadClassDeref:
        save(pc);
        result = G.loadClassDeref(load<u64>(kp + rc(pc)), load<u64>(fp + rb(pc)));
        break;
      case Op.LoadGlobal: {
        const cache = kp + rc(pc);
        if (load<u32>(frame().globals, VERSION) == load<u32>(cache, GLOBAL_VERSION)) {
          store<u64>(fp + ra(pc), load<u64>(load<u32>(cache, GLOBAL_ENTRY), ENTRY_VALUE));
          continue;
        }
        save(pc);
        result = G.loadGlobal(cache, pc);
        break;
      }
      case Op.LoadBuiltin: {
        const cache = kp + rc(pc);
        if (load<u32>(frame().globals, VERSION) == load<u32>(cache, GLOBAL_VERSION))
          if (load<u32>(builtins, VERSION) == load<u32>(cache, GLOBAL_BUILTINS)) {
          store<u64>(fp + ra(pc), load<u64>(load<u32>(cache, GLOBAL_ENTRY), ENTRY_VALUE));
          continue;
        }
        save(pc);
        result = G.loadGlobal(cache, pc);
        break;
      }
      case Op.StoreGlobal: {
        const cache = kp + rc(pc);
        if (load<u32>(frame().globals, VERSION) == load<u32>(cache, GLOBAL_VERSION)
          && load<u32>(cache, GLOBAL_BUILTINS) == 0) {
          store<u64>(load<u32>(cache, GLOBAL_ENTRY), load<u64>(fp + ra(pc)), ENTRY_VALUE);
          continue;
        }
        save(pc);
        if (G.storeGlobal(cache, load<u64>(fp + ra(pc)))) continue;
        result = RAISED;
        break;
      }
      case Op.DeleteGlobal:
        save(pc);
        if (G.deleteGlobal(load<u64>(kp + rb(pc)))) continue;
        result = RAISED;
        break;
      case Op.LoadName: {
        const cache = kp + rc(pc), f = frame();
        if (f.locals == f.globals && load<u32>(f.globals, VERSION) == load<u32>(cache,
          GLOBAL_VERSION)
          && (load<u32>(cache, GLOBAL_BUILTINS) == 0
            || load<u32>(builtins, VERSION) == load<u32>(cache, GLOBAL_BUILTINS))) {
          store<u64>(fp + ra(pc), load<u64>(load<u32>(cache, GLOBAL_ENTRY), ENTRY_VALUE));
          continue;
        }
        save(pc);
        result = G.loadName(cache);
        break;
      }
      case Op.StoreName: {
        const cache = kp + rc(pc), f = frame();
        if (f.locals == f.globals && load<u32>(f.globals, VERSION) == load<u32>(cache,
          GLOBAL_VERSION)
          && load<u32>(cache, GLOBAL_BUILTINS) == 0) {
          store<u64>(load<u32>(cache, GLOBAL_ENTRY), load<u64>(fp + ra(pc)), ENTRY_VALUE);
          continue;
        }
        save(pc);
        if (G.storeName(cache, load<u64>(fp + ra(pc)))) continue;
        result = RAISED;
        break;
      }
      case Op.DeleteName:
        save(pc);
        if (G.deleteName(load<u64>(kp + rb(pc)))) continue;
        result = RAISED;
        break;

      case Op.LoadAttr: {
        const v = load<u64>(fp + rb(pc)), cache = kp + rc(pc);
        if ((v & 7) == 0) if (load<u32>(<usize>v) == load<u32>(cache, CACHE_KLASS)) {
          const at = <usize>load<u32>(cache, CACHE_OFFSET);
          if (at != 0) {
            const x = load<u64>(<usize>v + at);
            if (x != NOTHING) { store<u64>(fp + ra(pc), x); continue; }
          }
        }
        save(pc);
        result = G.loadAttr(v, cache);
        break;
      }
      case Op.LoadMethod: {
        const v = load<u64>(fp + rb(pc)), cache = kp + rc(pc);
        if ((v & 7) == 0) if (load<u32>(<usize>v) == load<u32>(cache, CACHE_KLASS)) {
          if (load<u32>(cache, CACHE_FOUND) == <u32>FIND_METHOD) {
            const type = <usize>load<u32>(<usize>load<u32>(<usize>v), KLASS_TYPE);
            if (load<u32>(type, TYPE_VERSION) == load<u32>(cache, CACHE_VERSION)) {
              const a = fp + ra(pc);
              store<u64>(a, load<u64>(load<u32>(cache, CACHE_AT)));
              store<u64>(a, v, 8);
              continue;
            }
          }
        }
        save(pc);
        result = G.loadMethod(v, cache, fp + ra(pc));
        if (result == NONE) continue;
        break;
      }
      case Op.LoadSuperMethod:
        save(pc);
        result = G.loadSuperMethod(load<u64>(fp + rb(pc)), load<u64>(fp + rb(pc), 8),
          load<u64>(kp + rc(pc)), fp + ra(pc));
        if (result == NONE) continue;
        break;
      case Op.StoreAttr: {
        const v = load<u64>(fp + rb(pc)), cache = kp + rc(pc);
        if ((v & 7) == 0) if (load<u32>(<usize>v) == load<u32>(cache, CACHE_KLASS)) {
          const at = <usize>load<u32>(cache, CACHE_OFFSET);
          if (at != 0) {
            store<u64>(<usize>v + at, load<u64>(fp + ra(pc)));
            const shape = load<u32>(cache, CACHE_SHAPE);
            if (shape != 0) store<u32>(<usize>v, shape);
            continue;
          }
        }
        save(pc);
        result = G.storeAttr(v, cache, load<u64>(fp + ra(pc)));
        if (result == NONE) continue;
        break;
      }
      case Op.DeleteAttr:
        save(pc);
        result = G.deleteAttr(load<u64>(fp + rb(pc)), load<u64>(kp + rc(pc)));
        if (result == NONE) continue;
        break;

      case Op.LoadSubscr: {
        const v = load<u64>(fp + rb(pc)), k = load<u64>(fp + rc(pc));
        if (isSmallInt(k)) if ((v & 7) == 0) {
          const type = <usize>load<u32>(<usize>v);
          if (type == LIST_TYPE) {
            const list = changetype<ListObject>(<usize>v);
            const i = smallInt(k);
            if (<u64>i < <u64>list.length) { store<u64>(fp + ra(pc), list.at(<u32>i)); continue; }
          } else if (type == TUPLE_TYPE) {
            const tuple = changetype<TupleObject>(<usize>v);
            const i = smallInt(k);
            if (<u64>i < <u64>tuple.length) { store<u64>(fp + ra(pc), tuple.at(<u32>i)); continue; }
          }
        }
        save(pc);
        result = subscrSlow(v, k);
        break;
      }
      case Op.LoadSubscrInt: {
        const v = load<u64>(fp + rb(pc)), i = <i64>load<i16>(pc, 6);
        if ((v & 7) == 0) {
          const type = <usize>load<u32>(<usize>v);
          if (type == LIST_TYPE) {
            const list = changetype<ListObject>(<usize>v);
            if (<u64>i < <u64>list.length) { store<u64>(fp + ra(pc), list.at(<u32>i)); continue; }
          } else if (type == TUPLE_TYPE) {
            const tuple = changetype<TupleObject>(<usize>v);
            if (<u64>i < <u64>tuple.length) { store<u64>(fp + ra(pc), tuple.at(<u32>i)); continue; }
          }
        }
        save(pc);
        result = subscrSlow(v, immC(pc));
        break;
      }
      case Op.StoreSubscr: {
        const v = load<u64>(fp + rb(pc)), k = load<u64>(fp + rc(pc));
        if (isSmallInt(k)) if ((v & 7) == 0) if (load<u32>(<usize>v) == LIST_TYPE) {
          const list = changetype<ListObject>(<usize>v);
          const i = smallInt(k);
          if (<u64>i < <u64>list.length) { list.set(<u32>i, load<u64>(fp + ra(pc))); continue; }
        }
        save(pc);
        result = S.storeSubscr(v, k, load<u64>(fp + ra(pc)));
        if (result == NONE) continue;
        break;
      }
      case Op.DeleteSubscr:
        save(pc);
        result = S.deleteSubscr(load<u64>(fp + rb(pc)), load<u64>(fp + rc(pc)));
        if (result == NONE) continue;
        break;
      case Op.BuildTuple: result = tupleNew(fp + rb(pc), nc(pc)); break;
      case Op.BuildList: result = S.buildList(fp + rb(pc), nc(pc)); break;
      case Op.BuildSet: save(pc); result = S.buildSet(fp + rb(pc), nc(pc)); break;
      case Op.BuildMap: result = S.buildMap(nc(pc)); break;
      case Op.BuildSlice: result = S.buildSlice(fp + rb(pc), nc(pc)); break;
      case Op.StoreMap:
        save(pc);
        if (S.storeMap(load<u64>(fp + ra(pc)), load<u64>(fp + rb(pc)), load<u64>(fp + rc(pc))))
          continue;
        result = RAISED;
        break;
      case Op.ListAppend:
        if (listAppend(changetype<ListObject>(<usize>load<u64>(fp + ra(pc))),
          load<u64>(fp + rb(pc)))) continue;
        result = RAISED;
        break;
      case Op.SetAdd:
        save(pc);
        if (S.setAdd(load<u64>(fp + ra(pc)), load<u64>(fp + rb(pc)))) continue;
        result = RAISED;
        break;
      case Op.ListExtend: case Op.SetUpdate: case Op.DictMerge:
        save(pc);
        if (S.extend(opcode(pc), load<u64>(fp + ra(pc)), load<u64>(fp + rb(pc)), nc(pc))) continue;
        result = RAISED;
        break;
      case Op.ListToTuple: {
        const list = changetype<ListObject>(<usize>load<u64>(fp + rb(pc)));
        result = tupleNew(list.items, list.length);
        break;
      }
      case Op.UnpackSequence: {
        const v = load<u64>(fp + rb(pc));
        if ((v & 7) == 0) if (load<u32>(<usize>v) == TUPLE_TYPE) {
          const tuple = changetype<TupleObject>(<usize>v);
          if (tuple.length == nc(pc)) {
            // The first item goes to the last register.
            const a = fp + ra(pc);
            for (let to = a + (<usize>nc(pc) << 3), at = tuple.items(); to > a; at += 8) {
              to -= 8;
              store<u64>(to, load<u64>(at));
            }
            continue;
          }
        }
        save(pc);
        if (S.unpack(fp + ra(pc), v, nc(pc))) continue;
        result = RAISED;
        break;
      }
      case Op.UnpackEx:
        save(pc);
        if (S.unpackEx(fp + ra(pc), nb(pc), nc(pc))) continue;
        result = RAISED;
        break;
      case Op.MakeFunction: result = S.makeFunction(nb(pc), fp + ra(pc), nc(pc)); break;
      case Op.MakeClosure: result = S.makeClosure(nb(pc), fp + ra(pc), nc(pc)); break;

      case Op.Call: {
        const base = fp + ra(pc), callee = load<u64>(base), n = nb(pc);
        if ((callee & 7) == 0) if (n < 256) {
          const type = <usize>load<u32>(<usize>callee);
          if (type == FUNCTION_TYPE) {
            const r =
              changetype<RegisterCode>(
                changetype<CodeObject>(
                  changetype<FunctionObject>(<usize>callee).code).registerCode);
            if (changetype<usize>(r) != 0) if (r.plainArguments == n) {
              const top = base + 8 + r.frameBytes;
              if (top <= stackLimit) if (ci < recordLimit) {
                if (spentBefore()) { pc -= 8; result = S.recount(SAFEPOINT); break; }
                save(pc);
                const to = base + 8 + (<usize>r.locals << 3);
                for (let at = base + 8 + (<usize>n << 3); at < to; at += 8) store<u64>(at, NOTHING);
                if (r.freeVariables != 0)
                  S.putCells(changetype<FunctionObject>(<usize>callee), r, base + 8);
                kp = S.enter(changetype<FunctionObject>(<usize>callee), r, base + 8, top);
                fp = base + 8;
                pc = r.instructions - 8;
                continue;
              }
            }
          } else if (type == NATIVE_TYPE) {
            const f = changetype<NativeFunction>(<usize>callee);
            save(pc);
            if (f.params == 0 && f.owner == 0 && <i32>n >= f.min && (<u32>f.max >= n)
                && f.flags == 0) {
              result = call_indirect<Value>(f.fn, changetype<Args>(base + 8), <i32>n);
            } else {
              result = S.native(f, word(pc), fp);
            }
            if ((result & 7) != 4) if (result != RAISED) {
              store<u64>(fp + rc(pc), result);
              continue;
            }
            if (result == RAISED) break;
            result = S.nativeLeft(result, word(pc), fp);
            if ((result & 7) != 4) if (result != RAISED) {
              store<u64>(fp + rc(pc), result);
              continue;
            }
            break;
          }
        }
        save(pc);
        result = S.call(word(pc), fp);
        if ((result & 7) != 4) if (result != RAISED) { store<u64>(fp + rc(pc), result); continue; }
        break;
      }
      case Op.CallMethod: {
        const base = fp + ra(pc), callee = load<u64>(base);
        const self = load<u64>(base, 8);
        const n = nb(pc) + <u32>(self != NOTHING);
        if ((callee & 7) == 0) if (nb(pc) < 256) {
          const args = base + select<usize>(8, 16, self != NOTHING);
          const type = <usize>load<u32>(<usize>callee);
          if (type == FUNCTION_TYPE) {
            const r =
              changetype<RegisterCode>(
                changetype<CodeObject>(
                  changetype<FunctionObject>(<usize>callee).code).registerCode);
            if (changetype<usize>(r) != 0) if (r.plainArguments == n) {
              const top = args + r.frameBytes;
              if (top <= stackLimit) if (ci < recordLimit) {
                if (spentBefore()) { pc -= 8; result = S.recount(SAFEPOINT); break; }
                save(pc);
                const to = args + (<usize>r.locals << 3);
                for (let at = args + (<usize>n << 3); at < to; at += 8) store<u64>(at, NOTHING);
                if (r.freeVariables != 0)
                  S.putCells(changetype<FunctionObject>(<usize>callee), r, args);
                kp = S.enter(changetype<FunctionObject>(<usize>callee), r, args, top);
                fp = args;
                pc = r.instructions - 8;
                continue;
              }
            }
          } else if (type == NATIVE_TYPE) {
            const f = changetype<NativeFunction>(<usize>callee);
            const given = n - <u32>(f.owner != 0);
            save(pc);
            if (f.params == 0 && f.flags == 0 && <i32>given >= f.min && <u32>f.max >= given
              && (f.owner == 0 || ((self & 7) == 0 && self != NOTHING && load<u32>(<usize>self) == f.owner))) {
              result = call_indirect<Value>(f.fn, changetype<Args>(args), <i32>n);
            } else {
              result = S.native(f, word(pc), fp);
            }
            if ((result & 7) != 4) if (result != RAISED) {
              store<u64>(fp + rc(pc), result);
              continue;
            }
            if (result == RAISED) break;
            result = S.nativeLeft(result, word(pc), fp);
            if ((result & 7) != 4) if (result != RAISED) {
              store<u64>(fp + rc(pc), result);
              continue;
            }
            break;
          }
        }
        save(pc);
        result = S.call(word(pc), fp);
        if ((result & 7) != 4) if (result != RAISED) { store<u64>(fp + rc(pc), result); continue; }
        break;
      }
      case Op.CallVarKw: case Op.CallMethodVarKw: case Op.CallEx:
        save(pc);
        result = S.callSpread(word(pc), fp);
        if ((result & 7) != 4) if (result != RAISED) { store<u64>(fp + rc(pc), result); continue; }
        break;
      case Op.Return: {
        const v = load<u64>(fp + ra(pc));
        const left = frame();
        const f = changetype<Frame>(ci - FRAME);
        setCi(changetype<usize>(f));
        if (left.kind == K_CALL) {
          pc = f.pc - 8;
          fp = f.fp;
          kp = changetype<RegisterCode>(f.code).pool;
          store<u64>(fp + rc(pc), v);
          continue;
        }
        result = deliver(left, v);
        if (result != RELOAD) return result;
        break;
      }
      case Op.Yield: {
        save(pc);
        result = suspend(word(pc), load<u64>(fp + ra(pc)), fp, false);
        if (result != RELOAD) return result;
        break;
      }
      case Op.YieldFrom:
        save(pc);
        if (spentBefore()) { pc -= 8; result = S.recount(SAFEPOINT); break; }
        result = S.yieldFrom(word(pc), fp);
        if (result == NONE) continue;
        if (result == EXIT || result == BREAK) return result;
        break;
      case Op.Check: save(pc); result = S.checkValue(load<u64>(fp + rb(pc)), nc(pc)); break;
      case Op.GetAwaitable:
        save(pc); result = S.getAwaitable(load<u64>(fp + rb(pc)), nc(pc) != 0); break;
      case Op.Raise: save(pc); S.raiseObject(load<u64>(fp + ra(pc)), NOTHING); result = RAISED; break;
      case Op.RaiseFrom:
        save(pc); S.raiseObject(load<u64>(fp + ra(pc)), load<u64>(fp + rb(pc))); result = RAISED;
        break;
      case Op.RaiseLast: result = S.raiseLast() ? RERAISED : RAISED; break;
      case Op.ExceptionMatch:
        save(pc); result = S.exceptionMatch(load<u64>(fp + rb(pc)), load<u64>(fp + rc(pc))); break;
      case Op.JumpNotMatch: {
        save(pc);
        const t = S.exceptionMatch(load<u64>(fp + ra(pc)), load<u64>(fp + rb(pc)));
        if (t == RAISED) { result = RAISED; break; }
        if (t != FALSE) continue;
        const by = offset(pc);
        pc += by;
        // Back: only in damaged .mpy files.
        if (by >= 0) continue;
        if (!spent()) continue;
        result = SAFEPOINT;
        break;
      }
      case Op.EndHandler: S.endHandler(fp, ra(pc)); continue;
      case Op.EndFinally: {
        const v = load<u64>(fp + ra(pc));
        S.endHandler(fp, rc(pc));
        if (v == NONE) { pc += <usize>nb(pc) << 3; continue; }
        if (isSmallInt(v) && <u64>(smallInt(v) - 1) < <u64>nb(pc)) {
          pc += <usize>(smallInt(v) - 1) << 3;
          continue;
        }
        result = S.raiseAgain(v) ? RERAISED : RAISED;
        break;
      }
      case Op.SetupWith:
        save(pc);
        if (S.setupWith(fp + ra(pc))) continue;
        result = RAISED;
        break;
      case Op.WithCleanup: save(pc); result = S.withCleanup(fp + ra(pc)); break;
      case Op.ImportName:
        save(pc);
        result = S.importName(load<u64>(fp + rb(pc)), load<u64>(fp + rb(pc), 8),
          load<u64>(kp + rc(pc)));
        break;
      case Op.ImportFrom:
        save(pc); result = S.importFrom(load<u64>(fp + rb(pc)), load<u64>(kp + rc(pc))); break;
      case Op.ImportStar:
        save(pc);
        if (S.importStar(load<u64>(fp + rb(pc)))) continue;
        result = RAISED;
        break;
      case Op.LoadBuildClass: result = G.loadBuildClass(); break;
      case Op.FormatValue: save(pc); result = S.formatField(fp + rb(pc), nc(pc)); break;
      case Op.BuildString: result = S.buildString(fp + rb(pc), nc(pc)); break;
      case Op.Match:
        save(pc);
        if (S.match(fp + rb(pc), nc(pc))) continue;
        result = RAISED;
        break;
      case Op.ExceptStar:
        save(pc);
        if (S.exceptStar(fp + rb(pc), nc(pc) == 0xffff ? 0 : fp + rc(pc))) continue;
        result = RAISED;
        break;
      case Op.PoolHigh: kp = changetype<RegisterCode>(frame().code).pool; continue;
      default:
        if (op & PATCHED) {
          store<u32>(ci, <u32>pc);
          if (hit(pc)) return BREAK;
          op &= ~PATCHED;
        } else {
          // No such instruction: memory is not what the translator wrote (a forged snapshot). Else
          // this would never end.
          if (!(op & WIDE)) unreachable();
          kp += <usize>load<u16>(pc, 12) << 19;
          op &= ~WIDE;
        }
        result = UNPATCHED;
    }
    if (result == SLOW) {
      save(pc);
      result = operatorSlow(word(pc), fp, kp);
    }
    // What a slow path gave: a value for register a, or a marker.
    if ((result & 7) != 4) if (result != RAISED) {
      store<u64>(fp + ra(pc), result);
      continue;
    }
    if (result == RESUME) {
      save(pc);
      result = resume(resumeTarget, resumeValue, resumeMode, K_SEND);
      // close() of a finished generator
      if ((result & 7) != 4) if (result != RAISED) { store<u64>(fp + rc(pc), result); continue; }
    }
    if (result == PUSHED || result == RELOAD) {
      const f = frame();
      pc = f.pc - 8;
      fp = f.fp;
      kp = changetype<RegisterCode>(f.code).pool;
      if (raised()) return RAISED;
      if (load<i32>(EVENTS, BUDGET) <= 0) return SAFEPOINT;
      continue;
    }
    if (result == UNPATCHED) break;
    save(pc);
    return result;
  }
}
