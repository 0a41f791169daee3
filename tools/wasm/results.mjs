// Results and words of memory, by their values: a constant that a call leaves anyway, two words
// that are one.
import { OP, access, instruction } from "./instructions.mjs";

const I32_LOAD = 0x28, I64_LOAD = 0x29, I32_WRAP = 0xa7;
const isConstant = (i) => i.op === OP.i32Const || i.op === OP.i64Const;
const isSame = (a, b) => a.op === b.op && a.n === b.n;

/**
 * Uses the results of functions that always return the same number, in place of that number:
 * `call raise; drop; i32.const 0`. imports: how many functions come before these.
 */
export function useConstantResults(functions, imports) {
  const constant = constantResults(functions, imports);
  for (const f of functions) {
    const out = [];
    for (const i of f.code) {
      const call = out.at(-2), result = call?.op === OP.call && out.at(-1).op === OP.drop
        ? constant.get(call.n) : undefined;
      if (result && isSame(result, i)) out.pop();
      else if (result?.op === OP.i64Const && i.op === OP.i32Const && BigInt.asIntN(32, result.n)
          === i.n) {
        out[out.length - 1] = instruction(I32_WRAP);
      } else out.push(i);
    }
    f.code = out;
  }
}
/** index -> the constant that the function returns wherever it does. */
function constantResults(functions, imports) {
  // At first all may; what returns something else is taken out until nothing changes.
  const results = new Map(), unknown = Symbol("nothing returned so far");
  functions.forEach((f, i) => {
    if (f.signature.result !== undefined && !branchesOut(f)) results.set(imports + i, unknown);
  });
  for (let changed = true; changed;) {
    changed = false;
    for (const [index, known] of results) {
      let found = known;
      for (const value of returned(functions[index - imports].code)) {
        const one = value.op === OP.call ? results.get(value.n) : isConstant(value) ? value
          : undefined;
        if (one === unknown) continue;
        if (found === unknown) found = one;
        if (!one || !found || !isSame(one, found)) { found = undefined; break; }
      }
      if (found === known) continue;
      changed = true;
      if (found) results.set(index, found); else results.delete(index);
    }
  }
  for (const [index, result] of results) if (result === unknown) results.delete(index);
  return results;
}
/** Whether a branch leaves the function: it takes the result from where nobody looks. */
function branchesOut({ code }) {
  let depth = 0;
  return code.some((i) => {
    if (i.op >= OP.block && i.op <= OP.if) depth++;
    else if (i.op === OP.end) depth--;
    return [i.n].flat().includes(depth) && [OP.br, OP.brIf, OP.brTable].includes(i.op);
  });
}
/** The instructions that leave a function's results on the stack. */
function returned(code) {
  const found = [];
  code.forEach((i, at) => {
    if (i.op === OP.return || at === code.length - 1) found.push(...valuesBefore(code, at));
  });
  return found;
}
/** The instructions whose value is on top of the stack before `at`; a block's results are those of
 *  its arms. */
function valuesBefore(code, at) {
  const last = code[at - 1];
  if ([OP.return, OP.br, OP.unreachable, OP.brTable].includes(last.op)) return [];
  if (last.op !== OP.end) return [last];
  let depth = 0, arms = [at - 1];
  for (let i = at - 1; ; i--) {
    if (code[i].op === OP.end) depth++;
    else if (code[i].op >= OP.block && code[i].op <= OP.if) depth--;
    else if (code[i].op === OP.else && depth === 1) arms.push(i);
    if (depth > 0) continue;
    // Branches to a block's end bring values, too: only an `if` that has none is looked into.
    if (code[i].op !== OP.if || arms.length < 2 || hasBranches(code.slice(i, at))) return [last];
    return arms.flatMap((arm) => valuesBefore(code, arm));
  }
}
const hasBranches = (code) => code.some(({ op }) => op >= OP.br && op <= OP.brTable);

/** Loads what is needed of a word only, and stores two constants that are neighbours as one. */
export function joinWords(f) {
  const out = [];
  for (const i of f.code) {
    const last = out.at(-1);
    if (i.op === I32_WRAP && last?.op === I64_LOAD) {
      out[out.length - 1] = access(I32_LOAD, Math.min(last.align, 2), last.n);
      continue;
    }
    out.push(i);
    const joined = joinedStores(out.slice(-6));
    if (joined) out.splice(-5, 5, ...joined);
  }
  f.code = out;
}
/** `x.a = K; x.b = 0`, where b lies behind a. The first instruction, x, stays. */
function joinedStores(six) {
  const [x, first, store, again, second, storeAgain] = six;
  if (storeAgain?.op !== OP.i32Store || store.op !== OP.i32Store
    || (x.op !== OP.localGet && x.op !== OP.localTee)
    || again.op !== OP.localGet || again.n !== x.n || first.op !== OP.i32Const
    || second.op !== OP.i32Const) return undefined;
  const [low, high] = store.n < storeAgain.n ? [first, second] : [second, first];
  if (Math.abs(store.n - storeAgain.n) !== 4 || high.n !== 0n || low.n < 0n) return undefined;
  return [instruction(OP.i64Const, low.n), access(OP.i64Store, 2, Math.min(store.n, storeAgain.n))];
}
