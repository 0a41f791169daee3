// docs/differences.md: the docstrings of tests/differences/, which say what krait does otherwise
// than CPython, or than MicroPython's own tests want, on purpose. First line: the difference; then
// "Cause: ...", "Workaround: ..." and, where there are any, "MicroPython's tests: ..." with the
// names of those that want something else.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const HEAD = `<!-- Generated from tests/differences/ by tools/generate.mjs. Do not edit. -->

# Differences from CPython and MicroPython

What Krait does otherwise than CPython 3.11 on purpose; and where MicroPython's own tests want what CPython does otherwise,
that CPython's way was taken. Each has a test of the same name in \`tests/differences/\`; everything else that differs is a bug.
`;

/** @returns {Record<string, string>} path to text */
export default function differences(root) {
  const folder = join(root, "tests/differences");
  const files = readdirSync(folder).filter((f) => f.endsWith(".py")).sort();
  const parts = files.map((file) => {
    const docstring = /^"""([^]*?)"""/.exec(readFileSync(join(folder, file), "utf8"));
    if (!docstring) throw new Error(`tests/differences/${file} does not begin with a docstring`);
    const [title, ...rest] = docstring[1].trim().split("\n");
    const body = rest.join("\n").trim()
      .replace(/^(Cause|Workaround|MicroPython's tests): /gm, "\n**$1.** ").trim();
    return `\n## ${title.replace(/\.$/, "")}\n\n${body}\n\n[\`${file}\`](../tests/differences/${file})\n`;
  });
  return { "docs/differences.md": HEAD + parts.join("") };
}
