// Makes a failing program short: lines and blocks are left out as long as it still fails (delta
// debugging).

const depth = (line) => line.length - line.trimStart().length;
/** The line after the block that line `i` opens. */
function blockEnd(lines, i) {
  let end = i + 1;
  while (end < lines.length && depth(lines[end]) > depth(lines[i])) end++;
  return end;
}
/** Ways to make the block at line `i` smaller: without it, without its head, with an empty body. */
function smaller(lines, i) {
  const end = blockEnd(lines, i);
  if (end === i + 1) return [];
  const before = lines.slice(0, i), after = lines.slice(end), inside = lines.slice(i + 1, end);
  const step = depth(inside[0]) - depth(lines[i]);
  const all =
    [[...before, ...after], [...before, ...inside.map((line) => line.slice(step)), ...after]];
  if (inside.length > 1)
    all.push([...before, lines[i], `${" ".repeat(depth(inside[0]))}pass`, ...after]);
  return all;
}

/**
 * @param {string} text
 * @param {(text: string) => Promise<boolean>} fails  Whether a program still shows the fault.
 * @param {number} end  when to stop. Unit: ms since 1970.
 */
export async function minimize(text, fails, end = Infinity) {
  let lines = text.split("\n").filter((line) => line.trim() !== "");
  const bad = (some) => fails(`${some.join("\n")}\n`);
  if (!await bad(lines)) return text;
  let size = Math.max(1, lines.length >> 1);
  for (let changed = true; Date.now() < end && (size > 1 || changed);) {
    changed = false;
    for (let i = 0; i < lines.length && Date.now() < end;) {
      const rest = lines.toSpliced(i, size);
      if (await bad(rest)) { lines = rest; changed = true; } else i += size;
    }
    if (size > 1) { size >>= 1; changed = true; continue; }
    for (let i = 0; i < lines.length && Date.now() < end; i++) {
      for (const fewer of smaller(lines, i)) {
        if (!await bad(fewer)) continue;
        lines = fewer;
        changed = true;
        i--;
        break;
      }
    }
  }
  return `${lines.join("\n")}\n`;
}
