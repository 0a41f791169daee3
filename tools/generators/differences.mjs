// docs/differences.md: the docstrings of tests/differences/, which say what krait does otherwise than
// CPython on purpose. First line: the difference; then "Cause: ..." and "Workaround: ...".
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const HEAD = `<!-- Generated from tests/differences/ by tools/generate.mjs. Do not edit. -->

# Differences from CPython

What Krait does otherwise than CPython 3.11 on purpose. Each has a test of the same name in \`tests/differences/\`;
everything else that differs is a bug.
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
      .replace(/^(Cause|Workaround): /gm, "\n**$1.** ").trim();
    return `\n## ${title.replace(/\.$/, "")}\n\n${body}\n\n[\`${file}\`](../tests/differences/${file})\n`;
  });
  return { "docs/differences.md": HEAD + parts.join("") };
}
