// Shorter branches, by rewriting finished code: what Binaryen's tree cannot say, or does not look
// for.
//
//   if (c) return K;     many times in a function: one block around its body, `br_if` out of it, K behind it
//   if (a && b) ...      two `if`s, one in the other
//   x != 0               two `eqz`; where there is an `else`, one, and the arms change places
//
// All do the same work in the same order: compiled by V8's optimiser the code is the same.
import { OP, NO_RESULT, instruction, takes, gives } from "./instructions.mjs";

const isBlock = ({ op }) => op === OP.block || op === OP.loop || op === OP.if;
const isConstant = ({ op }) => op >= OP.i32Const && op <= OP.f64Const;
/** Least that one block for all returns of a constant must save: below it the code compresses
 *  worse. Unit: bytes. */
const LEAST = 6;
const isPlainIf = (i) => i?.op === OP.if && i.n === NO_RESULT;

/** Of each instruction: its block's end and else, how many blocks it is in, and the height of the
 *  stack before it. */
function shape(code, context) {
  const end = [], otherwise = [], depth = [], height = [], open = [];
  let h = 0;
  code.forEach((instruction, i) => {
    const { op, n } = instruction;
    if (op === OP.else) {
      otherwise[open.at(-1)] = i;
      h = height[open.at(-1)] - 1;
      depth[i] = open.length - 1;
      height[i] = NaN;
      return;
    }
    if (op === OP.end && open.length > 0) {
      const at = open.pop();
      end[at] = i;
      depth[i] = open.length;
      height[i] = NaN;
      h = height[at] - (code[at].op === OP.if ? 1 : 0) + (code[at].n === NO_RESULT ? 0 : 1);
      return;
    }
    depth[i] = open.length;
    height[i] = h;
    if (isBlock(instruction)) {
      if (n !== NO_RESULT && n < 0x40) throw new Error("a block with parameters");
      open.push(i);
      if (op === OP.if) h--;
    } else {
      h -= takes(instruction, context.all, context.types);
      if (gives(instruction, context) !== undefined) h++;
    }
  });
  return { end, otherwise, depth, height };
}

/** The instructions with branches out of them (to `least` blocks outside and further) going `by`
 *  levels further. */
function shifted(code, by, least = 0) {
  let depth = 0;
  const further = (n) => (n >= depth + least ? n + by : n);
  return code.map((i) => {
    if (isBlock(i)) depth++;
    else if (i.op === OP.end) depth--;
    else if (i.op === OP.br || i.op === OP.brIf)
      return further(i.n) === i.n ? i : instruction(i.op, further(i.n));
    else if (i.op === OP.brTable) return instruction(i.op, i.n.map(further));
    return i;
  });
}
/** Whether a branch in these instructions goes just `outside` levels out of them. */
function branchesTo(code, outside) {
  let depth = 0, found = false;
  for (const i of code) {
    if (isBlock(i)) depth++;
    else if (i.op === OP.end) depth--;
    else if (i.op === OP.br || i.op === OP.brIf) found ||= i.n === depth + outside;
    else if (i.op === OP.brTable) found ||= i.n.includes(depth + outside);
  }
  return found;
}

/** Rewrites at one place after another, from the last one to the first: at(code, i, shape) gives
 *  new code or undefined. */
function everywhere(f, context, at) {
  let form = shape(f.code, context);
  for (let i = f.code.length - 1; i >= 0; i--) {
    const code = at(f.code, i, form);
    if (!code) continue;
    f.code = code;
    form = shape(code, context);
    i = Math.min(i + 1, code.length);
  }
}

/** `x != 0`. */
export function shortenNonZero(f, context) {
  everywhere(f, context, (code, i, { end, otherwise }) => {
    const is32 = code[i].op === OP.i32Ne;
    if ((!is32 && code[i].op !== OP.i64Ne) || !isConstant(code[i - 1]) || code[i - 1].n !== 0n)
      return undefined;
    const zero = instruction(is32 ? OP.i32Eqz : OP.i64Eqz), next = code[i + 1];
    if (next.op === OP.if && otherwise[i + 1]) {
      const from = i + 2, middle = otherwise[i + 1], to = end[i + 1];
      return [...code.slice(0, i - 1), zero, next, ...code.slice(middle + 1, to), code[middle],
        ...code.slice(from, middle),
        ...code.slice(to)];
    }
    return [...code.slice(0, i - 1), zero, instruction(OP.i32Eqz), ...code.slice(i + 1)];
  });
}

/** `if (a && b)`, `while (a && b)`, `if (a || b) break`. */
export function splitConditions(f, context) {
  everywhere(f, context, (code, i, form) => {
    const { end, otherwise } = form;
    if (code[i].op !== OP.if || code[i].n !== 0x7f || !otherwise[i]) return undefined;
    const middle = otherwise[i], last = end[i], next = code[last + 1];
    const first = code.slice(i + 1, middle), second = code.slice(middle + 1, last);
    const isNumber = (part, n) => part.length === 1 && part[0].op === OP.i32Const
      && part[0].n === n;
    const before = code.slice(0, i);
    if (isNumber(second, 0n) && !branchesTo(first, 0)) {
      if (isPlainIf(next) && !otherwise[last + 1]) {
        const close = end[last + 1], body = code.slice(last + 2, close);
        return [...before, instruction(OP.if, NO_RESULT), ...first, next, ...shifted(body, 1, 1),
          code[close], ...code.slice(close)];
      }
      if (next.op === OP.brIf && labelResult(code, last + 1, next.n, form, f) === undefined) {
        return [...before, instruction(OP.if, NO_RESULT), ...first,
          instruction(OP.brIf, next.n + 1), code[last], ...code.slice(last + 2)];
      }
    }
    if (isNumber(first, 1n) && next.op === OP.brIf && !branchesTo(second, 0)) {
      return [...before, next, ...shifted(second, -1, 1), ...code.slice(last + 1)];
    }
    return undefined;
  });
}
/** The type that a branch at `i`, going `n` levels out, takes along; undefined: none. */
function labelResult(code, i, n, { end, depth }, { signature }) {
  if (n === depth[i]) return signature.result;
  for (let k = i - 1; k >= 0; k--) {
    if (end[k] > i && depth[k] === depth[i] - 1 - n)
      return code[k].op === OP.loop || code[k].n === NO_RESULT ? undefined : code[k].n;
  }
  throw new Error("no label");
}

/** `return K` in several places. */
export function joinReturns(f, context) {
  if (f.signature.result === undefined) return joinPlainReturns(f, context);
  const uses = new Map();
  const form = shape(f.code, context);
  f.code.forEach((i, at) => {
    if (!isConstant(i) || f.code[at + 1].op !== OP.return) return;
    const key = Buffer.from(i.bytes).toString("hex"),
      use = uses.get(key) ?? { constant: i, gain: 0 };
    const alone = isPlainIf(f.code[at - 1]) && form.end[at - 1] === at + 2;
    use.gain += alone ? i.bytes.length + 2 : i.bytes.length - 1;
    uses.set(key, use);
  });
  const last = f.code.at(-2);
  const fallsThrough = last.op !== OP.return && last.op !== OP.unreachable && last.op !== OP.br;
  let best;
  for (const [key, use] of uses) {
    const isLast = isConstant(last) && Buffer.from(last.bytes).toString("hex") === key;
    use.isLast = isLast;
    use.gain -= 3 + (isLast ? 0 : use.constant.bytes.length + (fallsThrough ? 1 : 0));
    if (use.gain >= LEAST && use.gain > (best?.gain ?? 0)) best = use;
  }
  if (!best) return;
  const same = (i) => Buffer.from(i.bytes).equals(Buffer.from(best.constant.bytes));
  const out = [];
  const code = f.code;
  for (let i = 0; i < code.length - 1; i++) {
    const depth = form.depth[i];
    if (isPlainIf(code[i]) && form.end[i] === i + 3 && same(code[i + 1])
        && code[i + 2].op === OP.return) {
      out.push(instruction(OP.brIf, depth));
      i += 3;
    } else if (isConstant(code[i]) && same(code[i]) && code[i + 1].op === OP.return) {
      out.push(instruction(OP.br, depth));
      i++;
    } else if (code[i].op === OP.br || code[i].op === OP.brIf) {
      out.push(code[i].n === depth ? instruction(code[i].op, depth + 1) : code[i]);
    } else if (code[i].op === OP.brTable) {
      out.push(instruction(OP.brTable, code[i].n.map((n) => (n === depth ? n + 1 : n))));
    } else out.push(code[i]);
  }
  if (best.isLast) out.pop(); else if (fallsThrough) out.push(instruction(OP.return));
  f.code = [instruction(OP.block, NO_RESULT), ...out, instruction(OP.end), best.constant,
    code.at(-1)];
}
function joinPlainReturns(f, context) {
  everywhere(f, context, (code, i, { end, depth }) => {
    if (isPlainIf(code[i]) && code[i + 1].op === OP.return && end[i] === i + 2) {
      return [...code.slice(0, i), instruction(OP.brIf, depth[i]), ...code.slice(i + 3)];
    }
    return undefined;
  });
}
