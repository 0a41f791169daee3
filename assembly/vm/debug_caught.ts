// Whether an exception that has just been raised will be caught: foretold from the handlers of the
// frames.
//
// An except clause begins with its test: a class is loaded, and JumpNotMatch leads to the next test
// or to the end of the handler. Classes that are plain names, attributes of modules, or tuples of
// these are looked up; what is more complicated (and except*) counts as a match. A with statement
// counts as not catching.
import { Value, NOTHING } from "../core/value";
import { isExactly, typeOf } from "../heap/header";
import { isSubtype, StopIteration } from "../objects/errors";
import { TYPE_TYPE } from "../objects/type";
import { MODULE_TYPE, ModuleObject } from "../objects/module";
import { TupleObject, TUPLE_TYPE } from "../objects/tuple";
import { TableObject, tableGetName } from "../objects/table";
import { CellObject } from "../objects/cell";
import { RegisterCode, OP_MASK, WIDE, HANDLER_ROW, HANDLER_BEGIN, HANDLER_END, HANDLER_TARGET,
  HANDLER_REGISTER,
  HANDLER_LEVEL, HANDLER_FINALLY, GLOBAL_NAME, CACHE_NAME } from "./register_code";
import { Frame, FRAME, ci, firstRecord, K_FOR } from "./frames";
import { NESTED } from "./calls";
import { builtins } from "./globals";
import { Op } from "./ops";

/** Registers that a test has loaded: u32 number, padding, Value. More of them count as a match. */
const LOADED_MAX: u32 = 16;
const LOADED: usize = memory.data(16 * 16, 16);
let loaded: u32 = 0;

/** True if a handler of some frame, or a native below, will take an exception of `type` raised in
 *  the running frame. */
export function isCaught(type: usize): bool {
  for (let at = ci; at > firstRecord(); at -= FRAME) {
    const f = changetype<Frame>(at);
    if (f.code == 0) continue;
    if (frameCatches(f, type)) return true;
    if ((f.kind & 0xff) == K_FOR && isSubtype(type, StopIteration)) return true;
    if (f.kind & NESTED) return true;
  }
  return false;
}
function frameCatches(f: Frame, type: usize): bool {
  const r = changetype<RegisterCode>(f.code);
  const index = <u32>((f.pc - r.instructions) >> 3) - 1;
  for (let i = r.handlerCount; i != 0; i--) {
    const row = r.handlers + <usize>(i - 1) * HANDLER_ROW;
    if (load<u32>(row, HANDLER_LEVEL) & HANDLER_FINALLY) continue;
    if (index < load<u32>(row, HANDLER_BEGIN) || index >= load<u32>(row, HANDLER_END)) continue;
    if (handlerCatches(f, r, load<u32>(row, HANDLER_TARGET), load<u32>(row, HANDLER_REGISTER),
      type)) return true;
  }
  return false;
}
/** Follows the tests that begin at instruction `at`; `exception`: the register that holds it
 *  there. */
function handlerCatches(f: Frame, r: RegisterCode, at: u32, exception: u32, type: usize): bool {
  loaded = 0;
  // The exception may be copied for the test.
  let copy = exception;
  for (; at < r.count; at++) {
    if (loaded == LOADED_MAX) return true;
    const w = load<u64>(r.instructions + (<usize>at << 3));
    const a = <u32>(w >> 16) & 0xffff, b = <u32>(w >> 32) & 0xffff, c = <u32>(w >> 48);
    const unit: usize = <u32>w & WIDE ? c | <u32>load<u16>(r.instructions + (<usize>at << 3),
      12) << 16 : c;
    switch (<i32>(<u32>w & OP_MASK)) {
      case Op.LoadGlobal: case Op.LoadBuiltin: case Op.LoadName:
        note(a, nameValue(f, load<u32>(r.pool + (unit << 3), GLOBAL_NAME)));
        break;
      case Op.LoadDeref:
        note(a, changetype<CellObject>(<usize>load<u64>(f.fp + (<usize>b << 3))).content);
        break;
      case Op.LoadAttr: {
        const module = valueOf(f, b);
        if (!isExactly(module, MODULE_TYPE)) return true;
        const dict = changetype<ModuleObject>(<usize>module).dict;
        note(a, tableGetName(changetype<TableObject>(dict),
          load<u32>(r.pool + (unit << 3), CACHE_NAME)));
        break;
      }
      case Op.Move:
        if (b == exception) copy = a; else note(a, valueOf(f, b));
        break;
      case Op.BuildTuple:
        for (let i: u32 = 0; i < c; i++) if (matches(valueOf(f, b + i), type)) return true;
        note(a, NOTHING);
        break;
      case Op.JumpNotMatch:
        if ((a != exception && a != copy) || matches(valueOf(f, b), type)) return true;
        loaded = 0;
        at += <i32>(<i16>c);
        break;
      case Op.Jump: at += <i32>(w >> 32); break;
      // LoadNull: the exception's register, before EndFinally
      case Op.PoolHigh: case Op.LoadNull: break;
      case Op.EndFinally: return false;          // the end of all tests: raised again
      default: return true;                      // the body of a clause
    }
  }
  return true;
}
function note(register: u32, v: Value): void {
  const row = LOADED + (<usize>loaded << 4);
  loaded++;
  store<u32>(row, register);
  store<u64>(row, v, 8);
}
function valueOf(f: Frame, register: u32): Value {
  for (let i = loaded; i != 0; i--) {
    const row = LOADED + (<usize>(i - 1) << 4);
    if (load<u32>(row) == register) return load<u64>(row, 8);
  }
  return load<u64>(f.fp + (<usize>register << 3));
}
function nameValue(f: Frame, name: usize): Value {
  if (f.locals != 0 && isExactly(<u64>f.locals, typeOf(<u64>f.globals))) {
    const own = tableGetName(changetype<TableObject>(f.locals), name);
    if (own != NOTHING) return own;
  }
  const v = tableGetName(changetype<TableObject>(f.globals), name);
  return v != NOTHING ? v : tableGetName(changetype<TableObject>(builtins), name);
}
function matches(v: Value, type: usize): bool {
  if (v == NOTHING || (v & 7) != 0) return false;
  if (isExactly(v, TUPLE_TYPE)) {
    const t = changetype<TupleObject>(<usize>v);
    for (let i: u32 = 0; i < t.length; i++)
      if (!isExactly(t.at(i), TUPLE_TYPE) && matches(t.at(i), type)) return true;
    return false;
  }
  return isSubtype(typeOf(v), TYPE_TYPE) && isSubtype(type, <usize>v);
}
