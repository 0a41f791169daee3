// Tables for the terminal and for Markdown, from the same rows.

/** Text of a number with about three digits that matter; a dash for what is not a number. */
export function short(value) {
  if (value === undefined || Number.isNaN(value)) return "-";
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/**
 * Lays out rows of strings; the first row is the heading. The first column is aligned left,
 * others right.
 * @param {string[][]} rows
 * @param {boolean} markdown
 */
export function table(rows, markdown) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (text, column) => (column ? text.padStart(widths[column]) : text.padEnd(widths[0]));
  const line = (row) => (markdown
    ? `| ${row.map(pad).join(" | ")} |`
    : row.map(pad).join("  ").trimEnd());
  const rule = markdown
    ? `|${widths.map((width, i) => "-".repeat(width + 1) + (i ? ":" : "-")).join("|")}|`
    : widths.map((width) => "-".repeat(width)).join("  ");
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join("\n");
}
