// The command `krait`: options, streams, exit codes, interrupts, the prompt.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync,
  writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";

const KRAIT = fileURLToPath(new URL("../../bin/krait.js", import.meta.url));
let folder;
before(() => { folder = mkdtempSync(join(tmpdir(), "krait-cli-")); });
after(() => rmSync(folder, { recursive: true }));

/** Runs the command. signal: sent when stdout has had `ready`. */
function krait(args, { input = "", env = {}, signal, cwd = folder, command = KRAIT } = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [command, ...args],
      { cwd, env: { ...process.env, ...env } });
    let stdout = "", stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      if (signal && stdout.includes("ready")) { child.kill(signal); signal = undefined; }
    });
    child.stderr.on("data", (chunk) => { stderr += chunk; });
    child.on("close", (code) => done({ code, stdout, stderr }));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
function file(name, text) {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
}

test("runs a file with its arguments", async () => {
  const path = file("a.py", "import sys\nprint(sys.argv, __name__)");
  const { stdout, code } = await krait([path, "x", "-v"]);
  assert.equal(stdout, `['${path}', 'x', '-v'] __main__\n`);
  assert.equal(code, 0);
});
test("-c, - and standard input", async () => {
  assert.equal((await krait(["-c", "import sys; print(sys.argv)", "a"])).stdout, "['-c', 'a']\n");
  assert.equal((await krait(["-"], { input: "print(1)" })).stdout, "1\n");
  assert.equal((await krait([], { input: "print(2)\nimport sys\nprint(sys.argv)" })).stdout,
    "2\n[]\n");
});
test("-m runs modules and packages", async () => {
  file("mod.py", "print('mod', __name__)");
  file("pkg/__init__.py", "print('init')");
  file("pkg/__main__.py", "from . import other\nprint('main', __name__, other.x)");
  file("pkg/other.py", "x = 5");
  assert.equal((await krait(["-m", "mod"])).stdout, "mod __main__\n");
  assert.equal((await krait(["-m", "pkg"])).stdout, "init\nmain __main__ 5\n");
  assert.equal((await krait(["-m", "none"])).code, 1);
});
/** What micropython.mem_info() prints. */
const MEMORY = "mem: total=\\d+, current=\\d+, peak=\\d+\nstack: \\d+ out of \\d+\n"
  + "GC: total: \\d+, used: \\d+, free: \\d+\n No\\. of 1-blocks: \\d+, 2-blocks: \\d+, max blk sz: \\d+, max free sz: \\d+\n";
test("micropython.mem_info and qstr_info, also while the heap is locked", async () => {
  const { stdout } =
    await krait(["-c", "import micropython as m\nm.heap_lock()\nm.mem_info()\nm.mem_info(1)\n"
    + "m.qstr_info()\nm.heap_unlock()\nexec('name_of_ours = 1')\nm.qstr_info(1)"]);
  const layout = "GC memory layout; from [0-9a-f]+:(\n[0-9a-f]+: [F.orOR=]{1,64})+\n";
  const pool =
    "qstr pool: n_pool=1, n_qstr=(\\d+), n_str_data_bytes=(\\d+), n_total_bytes=(\\d+)\n";
  const found = new RegExp(`^${MEMORY}${MEMORY}${layout}${pool}${pool}([^]*)$`).exec(stdout);
  assert.ok(found, stdout);
  const [count, bytes, all] = found.slice(-4, -1).map(Number), names = found.at(-1);
  assert.ok(names.includes("Q(name_of_ours)\n"));
  assert.equal(names.match(/^Q\(/gm).length, count);
  assert.ok(bytes > count && all > bytes);
});
test("micropython.kbd_intr decides whether Ctrl-C interrupts", async () => {
  const program =
    "import micropython, time\nmicropython.kbd_intr(-1)\nprint('ready')\ntry:\n    time.sleep(0.7)\n    print('slept')\n"
    + "    n = 0\n    while n < 2000000: n += 1\nexcept KeyboardInterrupt:\n    print('interrupted')\n";
  assert.equal((await krait(["-c", program], { signal: "SIGINT" })).stdout, "ready\nslept\n");
  const { stdout } = await krait(["-c", program.replace("-1", "3")], { signal: "SIGINT" });
  assert.equal(stdout, "ready\ninterrupted\n");
});
test("-v shows the memory used, -v -v lists the bytecode", async () => {
  const path = file("verbose.py", "def f(a): return a + 1\nprint(f(2))\nimport verbose2");
  file("verbose2.py", "x = 1");
  const once = await krait(["-v", path]);
  assert.match(once.stdout, new RegExp(`^3\n${MEMORY}$`));
  const { stdout, code } = await krait(["-v", "-v", path]);
  assert.match(stdout, /^File .*verbose\.py, code block '<module>'/);
  assert.match(stdout,
    /code block 'f'.*\n(.*\n)*00 LOAD_FAST 0\n01 LOAD_CONST_SMALL_INT 1\n02 BINARY_OP 27 __add__\n03 RETURN_VALUE\n3\n/);
  assert.match(stdout, /verbose2\.py, code block '<module>'/);
  assert.match(stdout, new RegExp(`${MEMORY}$`));
  assert.equal(code, 0);
});
test("at the end: sys.atexit, atexit, finalizers", async () => {
  const atExit =
    "import sys, atexit, time\nclass A:\n    def __del__(self): print('del')\na = A()\n"
    + "atexit.register(lambda: (time.sleep(0.01), print('registered')))\natexit.register(lambda: 1 / 0)\n";
  const { stdout, stderr, code } = await krait(["-c", `${atExit}print(1)\nsys.exit(3)`]);
  assert.equal(stdout, "1\nregistered\ndel\n");
  assert.match(stderr,
    /^Exception ignored in atexit callback: <function <lambda> at .*>\nTraceback[^]*ZeroDivisionError: /);
  assert.equal(code, 3);
  const plain =
    await krait(["-c", "import sys\nprint(sys.atexit(lambda: print('bye')))\nraise KeyError(1)"]);
  assert.equal(plain.stdout, "None\nbye\n");
  assert.match(plain.stderr, /KeyError: 1\n$/);
  assert.equal(plain.code, 1);
  const wrong = await krait(["-c", "import sys\nsys.atexit(lambda: 1 / 0)"]);
  assert.match(wrong.stderr, /ZeroDivisionError/);
  assert.equal(wrong.code, 1);
  file("left_open.txt", "text\n");
  const open =
    await krait(["-c",
      "import gc\nopen('left_open.txt')\ngc.collect()\nf = open('left_open.txt')"]);
  assert.deepEqual(open, { code: 0, stdout: "", stderr: "" });
});
test("imports from the script's folder and MICROPYPATH", async () => {
  file("dir/helper.py", "print('helper')");
  const main = file("dir/main.py", "import helper, far");
  file("else/far.py", "print('far')");
  const { stdout } =
    await krait([main], { env: { MICROPYPATH: join(folder, "else") }, cwd: tmpdir() });
  assert.equal(stdout, "helper\nfar\n");
});
test("exit codes and tracebacks", async () => {
  assert.equal((await krait(["-c", "import sys; sys.exit(3)"])).code, 3);
  assert.equal((await krait(["-c", "raise SystemExit"])).code, 0);
  assert.equal((await krait(["-c", "raise SystemExit(2 ** 70)"])).code, 255);
  // What is no number is said, as CPython does.
  const { code, stderr } = await krait(["-c", "raise SystemExit(['no', 'way'])"]);
  assert.deepEqual([code, stderr], [1, "['no', 'way']\n"]);
  const failed = await krait(["-c", "print('out')\n1/0"]);
  assert.equal(failed.code, 1);
  assert.equal(failed.stdout, "out\n");
  assert.match(failed.stderr,
    /^Traceback[^]*File "<stdin>", line 2[^]*ZeroDivisionError: division by zero\n$/);
  const missing = await krait(["nothing.py"]);
  assert.equal(missing.code, 2);
  assert.match(missing.stderr, /can't open file 'nothing.py': \[Errno 2\]/);
  assert.match((await krait([folder])).stderr,
    /^krait: can't open file '.*': \[Errno 21\] Is a directory\n$/);
  assert.equal((await krait(["--nonsense"])).code, 1);
});
test("sys.tracebacklimit leaves an uncaught exception's innermost frames", async () => {
  const { stderr } = await krait(["-c", "import sys\nsys.tracebacklimit = 1\ndef f(): 1 / 0\nf()"]);
  assert.match(stderr, /^Traceback .*\n  File "<stdin>", line 3, in f\nZeroDivisionError/);
});
test("MICROPYINSPECT, set by the environment or the program, gives a prompt at the end", async () => {
  const program = file("inspect.py", "x = 6\nimport os\nos.putenv('MICROPYINSPECT', '1')\n");
  assert.match((await krait([program], { input: "x * 7\n" })).stdout, />>> 42\n>>> /);
  assert.match((await krait(["-c", "y = 2"],
    { input: "y\n", env: { MICROPYINSPECT: "1" } })).stdout, />>> 2\n>>> /);
  assert.equal((await krait(["-c", "y = 2"], { input: "y\n" })).stdout, "");
});
test("the prompt on a terminal: editing writes only what changes; history and completion", async (t) => {
  const child = spawn("script", ["-qfec", `'${process.execPath}' '${KRAIT}'`, "/dev/null"],
    { env: { ...process.env, HOME: folder } });
  const keys = ["print(1)x\x7f\r", "\x1b[A\r", "i = str\r", "i.lowe\t('ABC')\r", "\x04"];
  let shown = "", seen = 0;
  const missing = await new Promise((done) => {
    child.on("error", done);
    child.stdout.on("data", (chunk) => {
      shown += chunk;
      if (keys.length > 0 && shown.includes(">>> ", seen)) {
        seen = shown.length;
        child.stdin.write(keys.shift());
      }
    });
    child.on("close", () => done(undefined));
  });
  if (missing) { t.skip("no command `script`"); return; }
  const [banner, help, ...rest] = shown.replaceAll("\r", "").split("\n");
  assert.match(banner, /^MicroPython v[\d.]+ on Krait [\d.]+; .* version$/);
  assert.match(help, /^Use /);
  assert.deepEqual(rest, [">>> print(1)x\b\x1b[K", "1", ">>> print(1)", "1", ">>> i = str",
    ">>> i.lower('ABC')", "'abc'", ">>> ", ""]);
});
test("options", async () => {
  assert.match((await krait(["-h"])).stdout, /^usage: krait/);
  assert.match((await krait(["--version"])).stdout, /^Krait \d/);
  assert.equal((await krait(["-O", "-c", "assert False\nprint(__debug__)"])).stdout, "False\n");
  assert.equal((await krait(["-X", "compile-only", file("c.py", "print(1)")])).stdout, "");
  assert.equal((await krait(["-X", "compile-only", file("c.py", "print(")])).code, 1);
  const small = await krait(["-X", "heapsize=2M", "-c", "x = ['a'] * 10**7"]);
  assert.match(small.stderr, /MemoryError/);
});
test("Ctrl-C is KeyboardInterrupt, in a loop, in sleep and in input", async () => {
  for (const busy of ["while True: pass", "import time\n    time.sleep(60)", "input()"]) {
    const code =
      `try:\n    print('ready')\n    ${busy}\nexcept KeyboardInterrupt:\n    print('caught')\n`;
    const child = krait([file("i.py", code)], { signal: "SIGINT", input: undefined });
    if (busy === "input()") continue;                      // its input is at the end here
    assert.equal((await child).stdout, "ready\ncaught\n", busy);
  }
  const uncaught = await krait(["-c", "print('ready')\nwhile True: pass"], { signal: "SIGINT" });
  assert.match(uncaught.stderr, /KeyboardInterrupt/);
  assert.equal(uncaught.code, 1);
});
test("much output arrives whole", async () => {
  const { stdout } = await krait(["-c", "for i in range(200000): print(i)"]);
  assert.equal(stdout.length, 1288890);
  assert.ok(stdout.endsWith("199999\n"));
});
test("input() and sys.stdin read lines", async () => {
  const { stdout } =
    await krait(["-c", "import sys\nprint(input('? ') + '!')\nprint(sys.stdin.read())"],
    { input: "one\ntwo\nthree" });
  assert.equal(stdout, "? one!\ntwo\nthree\n");
});
test("files outside what is given are not there", async () => {
  const outside = mkdtempSync(join(tmpdir(), "krait-out-"));
  writeFileSync(join(outside, "secret"), "x");
  symlinkSync(join(outside, "secret"), join(folder, "link"));
  const attempts = `for p in (${JSON.stringify(join(outside, "secret"))}, "link", "../" * 20 + "etc/passwd"):
    try: print(open(p).read())
    except OSError as e: print(type(e).__name__)`;
  assert.equal((await krait(["-c", attempts])).stdout,
    "FileNotFoundError\nPermissionError\nFileNotFoundError\n");
  const mounted = await krait(["--mount", `${outside}:/mnt:ro`, "-c",
    "print(open('/mnt/secret').read())\ntry: open('/mnt/new', 'w')\nexcept OSError as e: print(e.errno)"]);
  assert.equal(mounted.stdout, "x\n30\n");
  rmSync(outside, { recursive: true });
});
test("writes files where it runs", async () => {
  await krait(["-c", "f = open('w.txt', 'w')\nf.write('not closed')"]);
  assert.equal(readFileSync(join(folder, "w.txt"), "utf8"), "not closed");
});
test("the prompt reads statements", async () => {
  const { stdout } =
    await krait(["-i", "-c", "x = 2"],
      { input: "x + 1\n_ * 2\nfor i in (1, 2):\n  print(i)\n\n1/0\nx\n" });
  assert.match(stdout, />>> 3\n>>> 6\n>>> \.\.\. \.\.\. 1\n2\n>>> >>> 2\n>>> \n$/);
});
const CORE = readFileSync(fileURLToPath(new URL("../../dist/krait.wasm", import.meta.url)));
/** The command's package somewhere else, with another core. Returns its folder. */
function packageWith(core) {
  const root = mkdtempSync(join(folder, "package-"));
  for (const part of ["bin", "dist"])
    cpSync(fileURLToPath(new URL(`../../${part}`, import.meta.url)), join(root, part),
      { recursive: true });
  const wasm = join(root, "dist/krait.wasm");
  if (core) writeFileSync(wasm, core); else rmSync(wasm);
  return root;
}
test("errors of the command itself are one line; KRAIT_STACK shows where they come from", async () => {
  const run = (root, env = {}) =>
    krait(["-c", "print(1)"], { command: join(root, "bin/krait.js"), env });
  const cut = packageWith(CORE.subarray(0, CORE.length >> 1));
  const damaged = await run(cut);
  assert.match(damaged.stderr, /^krait: WebAssembly\.compile\(\): [^\n]{1,200}\n$/);
  assert.deepEqual([damaged.code, damaged.stdout], [1, ""]);
  assert.match((await run(cut, { KRAIT_STACK: "1" })).stderr,
    /^krait: \w+: WebAssembly[^\n]*\n(?: {4}at |$)/);
  const missing = await run(packageWith(undefined));
  assert.match(missing.stderr, /^krait: ENOENT: [^\n]*krait\.wasm'\n$/);
  assert.equal(missing.code, 1);
  const other = await run(packageWith(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  assert.match(other.stderr, /^krait: this module is not krait\.wasm[^\n]*\n$/);
  assert.equal(other.code, 1);
});
test("so are errors thrown in events, while the program runs", async () => {
  const preload =
    file("preload.cjs",
      "setTimeout(() => { throw new Error('boom'); }, 300);\nsetTimeout(() => Promise.reject(7), 1);");
  const run = (text, env = {}) =>
    krait(["-c", text], { env: { NODE_OPTIONS: `--require ${preload}`, ...env } });
  const rejected = await run("import time\ntime.sleep(5)");
  assert.deepEqual([rejected.code, rejected.stdout,
    /^krait: [^\n]*7[^\n]*\n$/.test(rejected.stderr)], [1, "", true]);
  file("preload.cjs", "setTimeout(() => { throw new Error('boom'); }, 1);");
  const thrown = await run("import time\ntime.sleep(5)");
  assert.deepEqual([thrown.code, thrown.stderr], [1, "krait: boom\n"]);
  assert.match((await run("import time\ntime.sleep(5)", { KRAIT_STACK: "1" })).stderr,
    /^krait: Error: boom\n {4}at .*preload\.cjs/);
});
/** Node does that by itself from version 22 on, elsewhere. */
const KEEPS = parseInt(process.versions.node) < 22;
test("what V8 makes of the command is kept beside it after the first program", {
    skip: !KEEPS }, async () => {
  const root = packageWith(CORE), dist = join(root, "dist");
  const caches = () => readdirSync(dist).filter((name) => name.includes("cache"));
  const run = (args, options = {}) =>
    krait(args, { command: join(root, "bin/krait.js"), ...options });
  for (const name of caches()) rmSync(join(dist, name));
  await run(["--version"]);
  assert.deepEqual(caches(), [], "not of a run that did little");
  await run(["-c", "print(1)"], { env: { NODE_DISABLE_COMPILE_CACHE: "1" } });
  assert.deepEqual(caches(), []);
  assert.equal((await run(["-c", "print(1)"])).stdout, "1\n");
  const [name, ...others] = caches();
  assert.match(name, /^cli\.cjs\.[0-9a-f]{16}-v[\d.]+-\w+\.cache$/);
  assert.deepEqual(others, []);
  // The parts that are loaded later find the same command.
  assert.match((await run(["-i", "-c", "import jsffi; print(jsffi.to_js([2]))"],
    { input: "3\n" })).stdout, /^2\n[^]*3\n/);
  assert.equal((await run(["-c", "import sys; sys.exit(7)"])).code, 7);
  const kept = readFileSync(join(dist, name));
  // One of another V8, or of none, is not used, and made anew.
  for (const wrong of [Buffer.alloc(0), Buffer.from("no such thing"),
      Buffer.from(kept).fill(1, 0, 64), kept.subarray(0, kept.length >> 1)]) {
    writeFileSync(join(dist, name), wrong);
    const { stdout, stderr, code } = await run(["-c", "print(4)"]);
    assert.deepEqual([stdout, stderr, code], ["4\n", "", 0]);
    assert.ok(readFileSync(join(dist, name)).length > kept.length * 0.9);
  }
  // Another command has another name.
  const command = join(dist, "cli.cjs");
  writeFileSync(command,
    readFileSync(command, "latin1").replace(/[0-9a-f]{16}/, "0123456789abcdef"), "latin1");
  await run(["-c", "print(5)"]);
  assert.equal(caches().length, 2);
  // Where nothing can be written, the command runs all the same.
  writeFileSync(command,
    readFileSync(command, "latin1").replace("0123456789abcdef", "../no/folder/abc"), "latin1");
  assert.deepEqual(await run(["-c", "print(6)"]), { code: 0, stdout: "6\n", stderr: "" });
  assert.equal(caches().length, 2);
});
