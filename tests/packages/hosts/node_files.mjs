// krait/node: a folder of the host as a program's files.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export async function nodeFiles({ NodeDirectory }, { load }) {
  const folder = mkdtempSync(join(tmpdir(), "krait-files-"));
  const results = [];
  try {
    writeFileSync(join(folder, "in.txt"), "é\n");
    const python = await load({ files: new NodeDirectory(folder) });
    python.run("text = open('in.txt').read()\nwith open('out.txt', 'w') as f: f.write(text * 2)");
    const got = readFileSync(join(folder, "out.txt"), "utf8");
    let refused = "";
    try { python.run("open('../../etc/passwd')"); } catch (error) { refused = error.type; }
    const error = got !== "é\né\n" ? `wrote ${got}` : !/Error/.test(refused)
      ? "the folder can be left" : undefined;
    results.push({ name: "a folder", ...(error && { error }) });
  } catch (error) {
    results.push({ name: "a folder", error: String(error.stack) });
  }
  rmSync(folder, { recursive: true });
  return { results };
}
