// Walking the code of a module, instruction by instruction, beside that of another compiled from
// the same source.
import { Reader, SECTION, u32, signed } from "./binary.mjs";

export const CALL = 0x10, LOOP = 0x03;
const I32_CONST = 0x41, I64_CONST = 0x42;
const GLOBAL_GET = 0x23, F32_CONST = 0x43, F64_CONST = 0x44;
const isMemoryAccess = (op) => op >= 0x28 && op <= 0x3e;

/**
 * Calls `fix(a, b)` for every integer constant and every offset of a memory access, with the value
 * of the module and that of the other one, and `use(index)` for every reading of a global. Returns
 * the module's code section with the values that `fix` returned.
 */
export function walkCode(sections, other, fix, use = () => {}) {
  const a = new Reader(sections.find((s) => s.id === SECTION.code).bytes);
  const b = new Reader(other.find((s) => s.id === SECTION.code).bytes);
  const count = a.u32();
  if (b.u32() !== count) throw new Error("the two modules differ");
  const parts = [Uint8Array.from(u32(count))];
  for (let i = 0; i < count; i++) {
    const length = a.u32();
    b.u32();
    const body = walkBody(a, b, a.at + length, fix, use);
    parts.push(Uint8Array.from(u32(body.length)), body);
  }
  return Buffer.concat(parts);
}

function walkBody(a, b, end, fix, use) {
  const out = [];
  let copied = a.at;
  const copyTo = (at) => { for (; copied < at; copied++) out.push(a.bytes[copied]); };
  for (let groups = both(a, b); groups > 0; groups--) { both(a, b); a.byte(); b.byte(); }
  while (a.at < end) {
    const op = a.byte();
    if (b.byte() !== op) throw new Error("the two modules differ");
    if (op === I32_CONST || op === I64_CONST) {
      const from = a.at, x = a.signed(), y = b.signed();
      const fixed = fix(Number(x), Number(y));
      if (fixed !== Number(x)) { copyTo(from); out.push(...signed(BigInt(fixed))); copied = a.at; }
    } else if (isMemoryAccess(op)) {
      both(a, b);
      const from = a.at, x = a.u32(), y = b.u32(), fixed = fix(x, y);
      if (fixed !== x) { copyTo(from); out.push(...u32(fixed)); copied = a.at; }
    } else {
      if (op === GLOBAL_GET) use(new Reader(a.bytes, a.at).u32());
      skipOperands(op, a);
      skipOperands(op, b);
    }
  }
  copyTo(end);
  return Uint8Array.from(out);
}
function both(a, b) { b.u32(); return a.u32(); }

/** Calls `visit(op, reader)` for every instruction of a body; the reader stands behind the
 *  opcode. */
export function visitBody(body, visit) {
  const r = new Reader(body);
  for (let groups = r.u32(); groups > 0; groups--) { r.u32(); r.byte(); }
  while (!r.done()) {
    const op = r.byte();
    visit(op, r);
    if (op === I32_CONST || op === I64_CONST) r.signed();
    else if (isMemoryAccess(op)) { r.u32(); r.u32(); } else skipOperands(op, r);
  }
}

/** A body that calls others: newCallee(index, whether the last argument is a constant) gives an
 *  index or undefined. */
export function withCalls(body, newCallee) {
  const parts = [];
  let copied = 0, before = 0;
  visitBody(body, (op, r) => {
    const lastIsConstant = before === I32_CONST || before === I64_CONST;
    before = op;
    if (op !== CALL) return;
    const after = new Reader(body, r.at), callee = newCallee(after.u32(), lastIsConstant);
    if (callee === undefined) return;
    parts.push(body.subarray(copied, r.at), Uint8Array.from(u32(callee)));
    copied = after.at;
  });
  return Buffer.concat([...parts, body.subarray(copied)]);
}

function skipOperands(op, r) {
  if (op === 0x02 || op === 0x03 || op === 0x04) r.signed();                      // block types
  else if (op === 0x0c || op === 0x0d || op === CALL || (op >= 0x20 && op <= 0x24)) r.u32();
  else if (op === 0x0e) for (let n = r.u32(); n >= 0; n--) r.u32();               // br_table
  else if (op === 0x11) { r.u32(); r.u32(); }                                     // call_indirect
  else if (op === 0x3f || op === 0x40) r.u32();                                   // memory.size, memory.grow
  else if (op === F32_CONST) r.take(4);
  else if (op === F64_CONST) r.take(8);
  else if (op === 0xfc) {
    const sub = r.u32();
    if (sub === 8 || sub === 10) { r.u32(); r.u32(); } else if (sub === 9 || sub === 11) r.u32();
    else if (sub > 11) throw new Error(`instruction 0xfc ${sub}`);
  } else if (op > 0xc4 || (op > 0x1c && op < 0x20) || op === 0x1c)
    throw new Error(`instruction 0x${op.toString(16)}`);
}
