// Which locals are needed later on, instruction by instruction.
import { OP } from "./instructions.mjs";

/** Of each instruction the set of locals (a BigInt's bits) whose values of before it may be read by
 *  it or later. */
export function liveLocals(code) {
  const { starts, elses } = blocks(code);
  const live = new Array(code.length + 1).fill(0n), loops = new Map();
  // Backwards; a loop's begin is known only after its body, so until nothing changes.
  for (let changed = true; changed;) {
    changed = false;
    const labels = [{ target: 0n }];
    let now = 0n;
    for (let i = code.length - 2; i >= 0; i--) {
      const { op, n } = code[i];
      const targetOf = (levels) => labels[labels.length - 1 - levels].target;
      if (op === OP.end) {
        const start = starts.get(i);
        labels.push({ after: now, target: code[start].op === OP.loop ? loops.get(start) ?? 0n
          : now });
      } else if (op === OP.else) {
        labels.at(-1).otherwise = now;
        now = labels.at(-1).after;
      } else if (op === OP.if) {
        const { after, otherwise } = labels.pop();
        now |= elses.has(i) ? otherwise : after;
      } else if (op === OP.block) labels.pop();
      else if (op === OP.loop) {
        labels.pop();
        if ((loops.get(i) ?? 0n) !== now) { loops.set(i, now); changed = true; }
      } else if (op === OP.br) now = targetOf(n);
      else if (op === OP.brIf) now |= targetOf(n);
      else if (op === OP.brTable) now = n.reduce((all, levels) => all | targetOf(levels), 0n);
      else if (op === OP.return || op === OP.unreachable) now = 0n;
      else if (op === OP.localGet) now |= 1n << BigInt(n);
      else if (op === OP.localSet || op === OP.localTee) now &= ~(1n << BigInt(n));
      live[i] = now;
    }
  }
  return live;
}
/** starts: of each end its block; elses: the `if`s that have one. */
function blocks(code) {
  const starts = new Map(), elses = new Set(), open = [];
  code.forEach(({ op }, i) => {
    if (op >= OP.block && op <= OP.if) open.push(i);
    else if (op === OP.else) elses.add(open.at(-1));
    else if (op === OP.end) starts.set(i, open.pop());
  });
  return { starts, elses };
}
