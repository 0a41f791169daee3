// examples/embedding with the installed package: each example in its host, used as people use it.
import { spawn } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { missingChromium, startChromium } from "./chromium.mjs";
import { ROOT } from "./pack.mjs";
import { same } from "./report.mjs";
import { output } from "./runtimes.mjs";
import { serveFolder } from "./server.mjs";
import { bundleWorker, missingWorkerd, startWorkerd } from "./workerd.mjs";

/** Unit: ms. */
const TIMEOUT = 60_000;

/** @param {import("./report.mjs").Tally} tally */
export async function testExamples(tally, project) {
  cpSync(join(ROOT, "examples/embedding"), join(project, "embedding"), { recursive: true });
  await tally.check("examples: dialogue", () => testDialogue(project));
  await tally.check("examples: server", () => testServer(project));
  const noWorkerd = await missingWorkerd();
  if (noWorkerd) tally.skip("examples: edge", noWorkerd);
  else await tally.check("examples: edge", () => testEdge(project));
  const noBrowser = missingChromium();
  if (noBrowser) tally.skip("examples: page", noBrowser);
  else await testPage(tally, project);
}

async function testDialogue(project) {
  const { code, out } = await output(process.execPath, ["embedding/dialogue/guess.mjs"], project);
  same(code, 0, out);
  const lines = out.trimEnd().split("\n");
  same(lines[0], "I think of a number from 1 to 100.");
  same(lines[1], "Your guess? 50");
  if (!/^Right, after [1-7] guess(es)?\.$/.test(lines.at(-1))) throw new Error(out);
  const interview = await output(process.execPath, ["embedding/dialogue/interview.mjs"], project);
  same(interview,
    { code: 0, out: "What is your name? Ada\nA number, Ada, or nothing? 12\nAnother? 30.5\n"
    + "Another? 1180591620717411303424\nAnother? -\n{ name: 'Ada', count: 3, sum: 1.1805916207174113e+21 }\n" });
}

async function testServer(project) {
  const child = spawn(process.execPath, ["embedding/server/server.mjs", "0"],
    { cwd: project, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const url = await new Promise((done, failed) => {
      child.stdout.on("data", (chunk) => {
        const found = /http:\S+/.exec(chunk);
        if (found) done(found[0]);
      });
      child.on("close", () => failed(new Error("the server ended")));
    });
    const run = async (body) => (await fetch(url, { method: "POST", body })).json();
    const good = await run("print('é')\n2 ** 70");
    same([good.value, good.output, good.error], [String(2n ** 70n), "é\n", null]);
    const kinds = {
      "while True: pass": "fuel",
      "import time\ntime.sleep(60)": "time",
      "x = []\nwhile True: x.append('a' * 1000)": "MemoryError",
      "def f(): f()\nf()": "RecursionError",
      "open('/etc/passwd')": "FileNotFoundError",
      "import js": "ModuleNotFoundError",
      "1 +": "SyntaxError",
    };
    const answers = await Promise.all(Object.keys(kinds).map(run));
    same(answers.map((answer) => answer.error?.kind), Object.values(kinds));
    const long = await run("while True: print('x' * 1000)");
    same([long.output.length, long.cut], [64 << 10, true]);
    const fuel =
      await Promise.all([run("sum(i for i in range(1000))"), run("sum(i for i in range(1000))")]);
    same(fuel[0], fuel[1]);
    same((await fetch(url)).status, 405);
    same((await fetch(url, { method: "POST", body: "#".repeat(100_000) })).status, 413);
  } finally {
    child.kill();
  }
}

/** The worker is ended and started anew in the middle of a story: what it needs is in its
 *  storage. */
async function testEdge(project) {
  const folder = join(project, "edge");
  await bundleWorker(project, "embedding/edge/worker.mjs", folder);
  mkdirSync(join(folder, "storage"));
  copyFileSync(join(project, "node_modules/krait/dist/krait.wasm"), join(folder, "krait.wasm"));
  const config = readFileSync(join(project, "embedding/edge/config.capnp"), "utf8");
  let server = await startWorkerd(folder, config);
  const post = async (path, body = "") => {
    const answer = await fetch(`${server.url}${path}`, { method: "POST", body });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}\n${server.log()}`);
    return JSON.parse(text);
  };
  try {
    same(await post("/run", "print('hi')\n[i * i for i in range(4)][-1]"),
      { value: 9, output: "hi\n" });
    same((await post("/run", "while True: pass")).error, "the program works too much");
    same(await post("/story/a"), { said: "Who are you? ", ended: false });
    same((await post("/story/a", "Ada")).said, "A hall of stone. Doors: east, north.\n> ");
    await post("/story/b");
    await post("/story/a", "north");
    await server.stop();
    server = await startWorkerd(folder, config);
    same((await post("/story/a", "look")).said,
      "You have been in 2 of 3 rooms.\nShelves up to the ceiling. Something is scratched into the floor. Doors: south.\n> ");
    same((await post("/story/b", "Bob")).said, "A hall of stone. Doors: east, north.\n> ");
    same(await post("/story/a", "quit"),
      { said: "Farewell, Ada. You saw: hall, library.\n", ended: true });
    same(await post("/story/a"), { said: "Who are you? ", ended: false });
  } finally {
    await server.stop();
  }
}

/** Real clicks on the built page. */
async function testPage(tally, project) {
  const root = join(project, "embedding/page"), outDir = join(project, "page");
  await build({ root, logLevel: "error", configFile: false,
    build: { outDir, emptyOutDir: true, target: "es2022" } });
  const server = await serveFolder(outDir);
  const browser = await startChromium();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(TIMEOUT);
    const out = () => page.textContent("#out");
    const shown = (text) =>
      page.waitForFunction((t) => document.querySelector("#out").textContent.includes(t), text);
    const start = async (program) => {
      await page.fill("#code", program);
      await page.click("#run");
      await page.waitForSelector("#stop:not([disabled])");
    };
    const stopped = async () => {
      await page.click("#stop");
      await page.waitForSelector("#run:not([disabled])");
      if (!(await out()).endsWith("KeyboardInterrupt\n"))
        throw new Error(`not interrupted: ${(await out()).slice(-300)}`);
    };
    await page.goto(server.url);
    await page.waitForSelector("#run:not([disabled])");
    await tally
        .check("examples: page: Stop ends `while True: print`, and the page goes on meanwhile", async () => {
      await start("while True: print('x')");
      await shown("x\nx\n");
      // The page's own work goes on: timers, and what is typed.
      await page.evaluate(() => { globalThis.turns = 0; setInterval(() => { turns++; }, 10); });
      await page.waitForFunction(() => turns >= 5);
      await page.fill("#line", "typed while it runs");
      same(await page.inputValue("#line"), "typed while it runs");
      same((await out()).length <= 20_000, true);
      await stopped();
    });
    await tally.check("examples: page: Stop ends a silent loop", async () => {
      await start("n = 0\nwhile True: n += 1");
      await stopped();
    });
    await tally.check("examples: page: Stop ends a sleep", async () => {
      await start("import time\nprint('before')\ntime.sleep(1000)");
      await shown("before");
      await stopped();
    });
    await tally.check("examples: page: Stop ends input(); later input is read", async () => {
      await start("input('first? ')");
      await shown("first? ");
      await stopped();
      await start("print('Hi', input('second? '))");
      await shown("second? ");
      await page.fill("#line", "Ada");
      await page.press("#line", "Enter");
      await shown("Hi Ada");
      await page.waitForSelector("#run:not([disabled])");
    });
    await tally.check("examples: page: values and errors; the keyboard runs it", async () => {
      await page.fill("#code", "6 * 7");
      await page.press("#code", "Control+Enter");
      await shown("42\n");
      await page.fill("#code", "1 / 0");
      await page.press("#code", "Control+Enter");
      await shown('File "cell.py", line 1');
      await shown("ZeroDivisionError");
    });
  } finally {
    await browser.close();
    server.close();
  }
}
