// Files of the host, as programs that do not close them leave them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { MemoryFileSystem, loadSync } from "../../dist/index.js";

const module =
  new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));
/** Without room for what is written below. */
const open = () =>
  loadSync(module, { mounts: { "/small": new MemoryFileSystem({}, undefined, 4000) } });
const NO_SPACE = { type: "OSError", message: /\[Errno 28\]/ };

test("what could not be written while nobody waited is an error of the next flush, once", () => {
  const py = open();
  // Looking up a path writes out what is pending.
  py.run("f = open('/small/a', 'wb')\nf.write(bytes(5000))\nimport os\nos.listdir('/')");
  assert.throws(() => py.run("f.flush()"), NO_SPACE);
  py.run("f.flush()\nf.close()");
});
test("or of closing the file, also in a later run", () => {
  const py = open();
  py.run("f = open('/small/a', 'wb')\nf.write(bytes(5000))");
  assert.throws(() => py.run("f.close()"), NO_SPACE);
  assert.equal(py.run("f.closed"), true);
});
test("what the host reads between runs is whole", () => {
  const files = new MemoryFileSystem();
  const py = loadSync(module, { mounts: { "/m": files } });
  py.run("open('/m/a.txt', 'w').write('one')\nopen('/m/b.txt', 'w').write('two')");
  assert.equal(new TextDecoder().decode(files.readFile("/a.txt")), "one");
});
