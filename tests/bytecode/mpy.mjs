// A .mpy file as JavaScript objects: for the tests of this folder. Written from docs/mpy-format.md;
// the opcodes come from the project's table. Private opcodes are understood, so that code compiled
// to be run here can be checked too.
import { opcodes, unary, binary } from "../../assembly/bytecode/opcodes.table.mjs";
import { qstrs } from "../../assembly/bytecode/qstrs.table.mjs";

const byCode =
  new Map(opcodes.map(([code, name, operand, effect]) => [code, { name, operand, effect }]));
const KINDS = [, "None", "False", "True", "Ellipsis", "str", "bytes", "int", "float", "complex",
  "tuple"];

class Reader {
  constructor(bytes, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }
  byte() { if (this.at >= this.end) throw new Error("ends early"); return this.bytes[this.at++]; }
  take(n) {
    if (this.at + n > this.end) throw new Error("ends early");
    return this.bytes.subarray(this.at, this.at += n);
  }
  vuint() {
    for (let n = 0; ;) { const b = this.byte(); n = n * 128 + (b & 127); if (b < 128) return n; }
  }
  text(n) { return Buffer.from(this.take(n)).toString("utf8"); }
}

function readObject(r) {
  const kind = KINDS[r.byte()];
  if (!kind) throw new Error("object kind");
  if (["None", "False", "True", "Ellipsis"].includes(kind)) return kind;
  const n = r.vuint();
  if (kind === "tuple") return `(${Array.from({ length: n }, () => readObject(r)).join(", ")},)`;
  const text = kind === "bytes" ? Buffer.from(r.take(n)).toString("latin1") : r.text(n);
  if ((kind === "str" || kind === "bytes") && r.byte() !== 0) throw new Error("no NUL");
  // Numbers are shown by value: writers differ in the digits that they print.
  if (kind === "float") return `float ${Number(text)}`;
  if (kind === "complex") return `complex ${Number(text.slice(0, -1))}`;
  return `${kind} ${JSON.stringify(text)}`;
}

/** { version, names, objects, code } of a whole file. Throws when the file is not well-formed. */
export function readMpy(bytes) {
  const r = new Reader(bytes);
  if (r.byte() !== 0x4d) throw new Error("no M");
  const version = r.byte(), feature = r.byte(), smallIntBits = r.byte();
  const nameCount = r.vuint(), objectCount = r.vuint();
  const names = [], objects = [];
  for (let i = 0; i < nameCount; i++) {
    const n = r.vuint();
    if (n & 1) { names.push(qstrs[(n >> 1) - 1]); continue; }
    names.push(r.text(n >> 1));
    if (r.byte() !== 0) throw new Error("no NUL");
  }
  for (let i = 0; i < objectCount; i++) objects.push(readObject(r));
  const code = readCode(r, { names, objects });
  if (r.at !== bytes.length) throw new Error("bytes left over");
  return { version, feature, smallIntBits, names, objects, code };
}

function readCode(r, file) {
  const head = r.vuint(), kind = head & 3;
  if (kind !== 0) throw new Error(`code kind ${kind}`);
  const code = readPrelude(new Reader(r.bytes, r.at, r.at + Math.floor(head / 8)), file);
  r.take(Math.floor(head / 8));
  code.children = head & 4 ? Array.from({ length: r.vuint() }, () => readCode(r, file)) : [];
  return code;
}

function readPrelude(r, file) {
  let b = r.byte();
  let state = (b >> 3) & 15, exceptions = (b >> 2) & 1, positional = b & 3, flags = 0,
    keywordOnly = 0, defaults = 0;
  for (let n = 0; b & 0x80; n++) {
    b = r.byte();
    state |= ((b >> 4) & 3) << (4 + 2 * n);
    exceptions |= ((b >> 1) & 1) << (1 + n);
    flags |= ((b >> 6) & 1) << n;
    positional |= ((b >> 2) & 1) << (2 + n);
    keywordOnly |= ((b >> 3) & 1) << n;
    defaults |= (b & 1) << n;
  }
  let info = 0, cellCount = 0;
  for (let n = 0; ; n++) {
    b = r.byte();
    info |= ((b >> 1) & 0x3f) << (6 * n);
    cellCount |= (b & 1) << n;
    if (!(b & 0x80)) break;
  }
  const infoEnd = r.at + info;
  const nameOf = () => {
    const i = r.vuint();
    if (i >= file.names.length) throw new Error("name index");
    return file.names[i];
  };
  const name = nameOf();
  const args = Array.from({ length: positional + keywordOnly }, nameOf);
  const lines = [];
  let at = 0, line = 1;
  while (r.at < infoEnd) {
    const b = r.byte();
    if (b & 0x80) { at += b & 15; line += ((b << 4) & 0x700) | r.byte(); } else {
      at += b & 31;
      line += b >> 5;
    }
    lines.push([at, line]);
  }
  if (r.at !== infoEnd) throw new Error("source info");
  const cells = [...r.take(cellCount)];
  const first = r.at;
  const code = { name, args, state: state + 1, exceptions, flags, positional, keywordOnly, defaults,
    lines, cells, length: r.end - first };
  code.instructions = decodeAll(r, first, file);
  return code;
}

function decodeAll(r, first, file) {
  const out = [];
  while (r.at < r.end) {
    const offset = r.at - first;
    let op = r.byte(), wide = false;
    if (op === 1) { wide = true; op = r.byte(); }
    const item = { offset, op, args: [], text: "" };
    if (op >= 0x70 && op < 0xb0)
      Object.assign(item, { name: "LOAD_CONST_SMALL_INT", args: [op - 0x80] });
    else if (op >= 0xb0 && op < 0xc0) Object.assign(item, { name: "LOAD_FAST", args: [op - 0xb0] });
    else if (op >= 0xc0 && op < 0xd0)
      Object.assign(item, { name: "STORE_FAST", args: [op - 0xc0] });
    else if (op >= 0xd0 && op < 0xd0 + unary.length)
      Object.assign(item, { name: `UNARY_${unary[op - 0xd0][0]}` });
    else if (op >= 0xd7 && op < 0xd7 + binary.length)
      Object.assign(item, { name: `BINARY_${binary[op - 0xd7][0]}` });
    else {
      const row = byCode.get(op);
      if (!row || op >= 0x70) throw new Error(`opcode ${op.toString(16)}`);
      item.name = row.name.replace("_FAST_N", "_FAST");
      for (const kind of row.operand) item.args.push(readOperand(r, kind, wide, first));
      if (row.operand[0] === "q") {
        if (item.args[0] >= file.names.length) throw new Error("name index");
        item.args[0] = file.names[item.args[0]];
      } else if (row.operand === "o") {
        if (item.args[0] >= file.objects.length) throw new Error("object index");
        item.args[0] = file.objects[item.args[0]];
      }
    }
    item.next = r.at - first;
    out.push(item);
  }
  return out;
}

function readOperand(r, kind, wide, first) {
  if (kind === "b") return r.byte();
  if (kind === "i") {
    let n = r.bytes[r.at] & 0x40 ? -1n : 0n;
    for (;;) { const b = r.byte(); n = (n << 7n) | BigInt(b & 127); if (b < 128) return Number(n); }
  }
  if (kind === "s" || kind === "U") {
    if (wide) {
      const v = new DataView(r.bytes.buffer, r.bytes.byteOffset + r.at).getInt32(0, true);
      r.take(4);
      return r.at - first + v;
    }
    const b = r.byte();
    const n = b & 0x80 ? ((b & 0x7f) | (r.byte() << 7)) - (kind === "s" ? 0x4000 : 0)
      : b - (kind === "s" ? 0x40 : 0);
    return r.at - first + n;
  }
  return r.vuint();
}

function effectOf({ name, op, args }) {
  const n = args[0];
  if (op >= 0xd7) return -1;
  if (op >= 0xd0) return 0;
  if (op >= 0x70) return op < 0xc0 ? 1 : -1;
  const { effect } = byCode.get(op);
  if (effect !== "*") return Number(effect);
  switch (name) {
    case "FORMAT_VALUE": return n & 4 ? -1 : 0;
    case "BUILD_STRING":
      case "BUILD_TUPLE": case "BUILD_LIST": case "BUILD_SET": case "BUILD_SLICE": return 1 - n;
    case "MATCH": return [1, 1, 1, -3, 1, 0][n];
    case "EXCEPT_STAR": return n === 1 ? -1 : 0;
    case "CALL_EX": return n & 1 ? -3 : -2;
    case "STORE_COMP": return (n & 3) === 1 ? -2 : -1;
    case "UNPACK_SEQUENCE": return n - 1;
    case "UNPACK_EX": return (n & 255) + (n >> 8);
    case "MAKE_CLOSURE": return 1 - Math.max(args[1], 1);
    case "MAKE_CLOSURE_DEFARGS": return -1 - Math.max(args[1], 1);
    case "CALL_FUNCTION": return -((n & 255) + 2 * (n >> 8));
    case "CALL_FUNCTION_VAR_KW": case "CALL_METHOD": return -((n & 255) + 2 * (n >> 8) + 1);
    case "CALL_METHOD_VAR_KW": return -((n & 255) + 2 * (n >> 8) + 2);
    default: throw new Error(`effect of ${name}`);
  }
}

/** Follows all ways through the code, and its children's: one depth and one nesting of exception
 *  blocks at every instruction, neither below 0; the depth within what the prelude announces.
 *  Throws otherwise. With `reachable`, also if an instruction is reached by no way. */
export function checkCode(code, reachable = false) {
  const index = new Map(code.instructions.map((item, i) => [item.offset, i]));
  // depth, and the depths to which leaving each of the exception blocks cuts the stack
  const states = new Map([[0, [0, []]]]), todo = [0];
  let locals = code.positional + code.keywordOnly + (code.flags & 4 ? 1 : 0) + (code.flags & 2 ? 1
    : 0), most = 0;
  for (const c of code.cells) locals = Math.max(locals, c + 1);
  for (const { name, args } of code.instructions)
    if (/^(LOAD|STORE|DELETE)_(FAST|DEREF)$/.test(name)) locals = Math.max(locals, args[0] + 1);
  const fail = (text, at) => { throw new Error(`${code.name}: ${text} at ${at}`); };
  while (todo.length) {
    const at = todo.pop(), [depth, blocks] = states.get(at);
    const item = code.instructions[index.get(at)];
    const { name, args, next } = item;
    const after = depth + effectOf(item);
    if (after < 0) fail("stack below 0", at);
    most = Math.max(most, depth, after);
    const go = (to, d, b) => {
      if (!index.has(to)) fail(`way to ${to}`, at);
      if (d < 0) fail("below 0", at);
      if (b.length > code.exceptions) fail("too many exception blocks", at);
      const old = states.get(to);
      if (!old) { states.set(to, [d, b]); todo.push(to); }
      else if (old[0] !== d || `${old[1]}` !== `${b}`)
        fail(`${to} has depth ${old} and ${[d, b]}, from ${name}`, at);
    };
    switch (name) {
      case "RETURN_VALUE": case "RAISE_LAST": case "RAISE_OBJ": case "RAISE_FROM": break;
      case "UNWIND_JUMP":
        if ((args[1] & 127) > blocks.length) fail("unwinds too much", at);
        go(args[0], blocks[blocks.length - (args[1] & 127)] - (args[1] & 128 ? 4 : 0),
          blocks.slice(0, blocks.length - (args[1] & 127)));
        break;
      case "JUMP": go(args[0], after, blocks); break;
      case "POP_JUMP_IF_TRUE":
        case "POP_JUMP_IF_FALSE": go(args[0], after, blocks); go(next, after, blocks); break;
      case "JUMP_IF_TRUE_OR_POP":
        case "JUMP_IF_FALSE_OR_POP": go(args[0], depth, blocks); go(next, after, blocks); break;
      case "FOR_ITER": go(args[0], depth - 4, blocks); go(next, after, blocks); break;
      case "SETUP_WITH": {
        const b = [...blocks, depth - 1];
        go(args[0], depth + 2, b);
        go(next, after, b);
        break;
      }
      case "SETUP_EXCEPT": case "SETUP_FINALLY": {
        const b = [...blocks, depth];
        go(args[0], depth + 1, b);
        go(next, after, b);
        break;
      }
      case "POP_EXCEPT_JUMP": 
        if (!blocks.length) fail("no block", at);
        go(args[0], after, blocks.slice(0, -1));
        break;
      // What raises again does not go on; what follows an END_FINALLY may be the handler's end all
      // the same.
      case "END_FINALLY": 
        if (!blocks.length) fail("no block", at);
        if (index.has(next)) go(next, after, blocks.slice(0, -1));
        break;
      default: go(next, after, blocks); break;
    }
  }
  if (locals + most > code.state)
    fail(`${locals} locals and depth ${most} in a state of ${code.state}`, 0);
  if (reachable)
    for (const { offset, name } of code.instructions)
      if (!states.has(offset)) fail(`${name} is never reached`, offset);
  for (const child of code.children) checkCode(child, reachable);
}
/** The code as lines of text, without tables' numbering: equal for equal programs. `withLines`:
 *  line entries too. */
export function show(code, withLines = true, pad = "") {
  let out =
    `${pad}${code.name}(${code.args.join(", ")}) state=${code.state} exceptions=${code.exceptions} flags=${code.flags}`
    + ` positional=${code.positional} keyword=${code.keywordOnly} defaults=${code.defaults} cells=${code.cells}`
    + (withLines ? ` lines=${code.lines.map((l) => l.join(":")).join(" ")}` : "") + "\n";
  for (const { offset, name, args } of code.instructions)
    out += `${pad}  ${offset} ${name} ${args.join(" ")}\n`;
  for (const child of code.children) out += show(child, withLines, pad + "    ");
  return out;
}

/** The instructions that can be reached, in order, with targets of jumps as numbers of
 *  instructions: what is left when a writer that drops dead code is compared with one that keeps
 *  it. Children that only dead code makes are left out. */
export function showReachable(code, pad = "") {
  const index = new Map(code.instructions.map((item, i) => [item.offset, i]));
  const seen = new Set(), todo = [0];
  while (todo.length) {
    const i = todo.pop();
    if (i === undefined || seen.has(i)) continue;
    seen.add(i);
    const { name, args, next } = code.instructions[i];
    const jumps = /JUMP|^SETUP_|^FOR_ITER/.test(name);
    if (jumps) todo.push(index.get(args[0]));
    if (!/^(JUMP|UNWIND_JUMP|POP_EXCEPT_JUMP|RETURN_VALUE|RAISE_.*)$/.test(name) && index.has(next))
      todo.push(index.get(next));
  }
  const kept = [...seen].sort((a, b) => a - b);
  const number = new Map(kept.map((i, n) => [i, n]));
  let out =
    `${pad}${code.name}(${code.args.join(", ")}) flags=${code.flags} positional=${code.positional}`
    + ` keyword=${code.keywordOnly} defaults=${code.defaults} cells=${code.cells}\n`;
  const children = [];
  for (const i of kept) {
    const { name, args } = code.instructions[i];
    const shown = [...args];
    if (/JUMP|^SETUP_|^FOR_ITER/.test(name)) shown[0] = `-> ${number.get(index.get(args[0]))}`;
    if (name.startsWith("MAKE_")) { children.push(code.children[args[0]]); shown[0] = "child"; }
    out += `${pad}  ${number.get(i)} ${name} ${shown.join(" ")}\n`;
  }
  for (const child of children) out += showReachable(child, pad + "    ");
  return out;
}
