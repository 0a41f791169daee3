// A small interface to the compiler and the bytecode tools, for the scripts of this folder.
//
// The script writes source into `input`, calls a function, and reads the result from output(). Results below 0:
// an exception; its text is the output.
import { boot } from "../../assembly/boot";
import { Value, RAISED, NOTHING } from "../../assembly/core/value";
import { allocRaw, freeRaw, setHeapLimit } from "../../assembly/heap/allocator";
import { collect } from "../../assembly/heap/collector";
import { rootsMark, keep, release } from "../../assembly/heap/roots";
import { typeObjectOf } from "../../assembly/objects/type";
import { raised, takePending, exceptionPart } from "../../assembly/objects/errors";
import { Text, textNew } from "../../assembly/objects/text";
import { internLiteral, internBytes } from "../../assembly/objects/str";
import { reprInto } from "../../assembly/objects/protocol";
import { compileWith } from "../../assembly/compiler/compile";
import { setPure } from "../../assembly/compiler/options";
import { mpyWrite } from "../../assembly/bytecode/writer";
import { mpyRead } from "../../assembly/bytecode/reader";
import { staticQstrsSleep } from "../../assembly/bytecode/static_qstrs";
import { disassemble, showPreludes } from "../../assembly/bytecode/disassembler";

let input: usize = 0;
let result: Text = changetype<Text>(0);
let fileName: Value = NOTHING;

export function init(): void {
  boot();
  staticQstrsSleep();
  setHeapLimit(256 << 20);
  showPreludes();
  fileName = internLiteral("test.py");
}
/** Address of room for `bytes` bytes. */
export function inputRoom(bytes: u32): usize {
  freeRaw(input);
  input = allocRaw(bytes + 16);
  return input;
}
/** Names the file: the input's first `bytes` bytes. */
export function setName(bytes: u32): void { fileName = internBytes(input, bytes); }
export function outputAt(): usize { return result.data; }
export function outputLength(): u32 { return result.length; }
export function heapLimit(bytes: u32): void { setHeapLimit(bytes); }

function done(v: Value): i32 {
  if (v != RAISED) return 0;
  result = textNew();
  const e = takePending();
  result.str(typeObjectOf(e).name);
  result.literal(": ");
  const part = exceptionPart(e);
  reprInto(part.args, result);
  if (raised()) takePending();
  return -1;
}
/** A collection, when nothing is being worked at. */
export function collectAll(): usize {
  const base = rootsMark();
  keep(fileName);
  const live = collect();
  release(base);
  // Nobody marked these.
  input = 0;
  result = changetype<Text>(0);
  return live;
}

/** Option of the scripts, beside the compiler's own: pure code. */
const PURE: u32 = 1;
function compile(bytes: u32, mode: i32, options: u32): Value {
  setPure((options & PURE) != 0);
  return compileWith(input, bytes, fileName, mode, options);
}
/** Compiles the input. Returns 0 or -1. */
export function compileOnly(bytes: u32, mode: i32, options: u32): i32 {
  const code = compile(bytes, mode, options);
  result = textNew();
  return done(code);
}
/** Compiles the input to a .mpy file; private opcodes are written as well. */
export function compileToMpy(bytes: u32, mode: i32, options: u32): i32 {
  const code = compile(bytes, mode, options);
  if (code == RAISED) return done(code);
  result = textNew();
  return done(mpyWrite(code, result, (options & PURE) == 0));
}
/** Compiles the input and lists the code. */
export function compileAndList(bytes: u32, mode: i32, options: u32): i32 {
  const code = compile(bytes, mode, options);
  if (code == RAISED) return done(code);
  result = textNew();
  disassemble(code, result);
  return 0;
}
/** Reads the input as a .mpy file and writes it again. */
export function rewrite(bytes: u32): i32 {
  const code = mpyRead(input, bytes);
  if (code == RAISED) return done(code);
  result = textNew();
  return done(mpyWrite(code, result));
}
/** Reads the input as a .mpy file and lists it. */
export function list(bytes: u32): i32 {
  const code = mpyRead(input, bytes);
  if (code == RAISED) return done(code);
  result = textNew();
  disassemble(code, result);
  return 0;
}
