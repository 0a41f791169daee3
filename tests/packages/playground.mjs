// The playground, built and used in Chromium by mouse and by keyboard alone. Screenshots:
// build/playground-*.png.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { missingChromium, startChromium } from "./chromium.mjs";
import { ROOT } from "./pack.mjs";
import { same } from "./report.mjs";
import { serveFolder } from "./server.mjs";

/** Unit: ms. */
const TIMEOUT = 60_000;

/** @param {import("./report.mjs").Tally} tally */
export async function testPlayground(tally) {
  await tally.check("playground: types", () => {
    const tsc =
      spawnSync(process.execPath,
        [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", join(ROOT, "playground")],
      { encoding: "utf8" });
    if (tsc.status !== 0) throw new Error(tsc.stdout);
  });
  const missing = missingChromium();
  if (missing) { tally.skip("playground", missing); return; }
  await build({ configFile: join(ROOT, "playground/vite.config.ts"), logLevel: "error" });
  mkdirSync(join(ROOT, "build"), { recursive: true });
  const server = await serveFolder(join(ROOT, "build/playground"));
  const browser = await startChromium();
  try {
    for (const [name, test] of Object.entries(TESTS)) {
      const context = await browser.newContext({ viewport: { width: 1200, height: 760 } });
      const page = new Page(await context.newPage());
      await tally.check(`playground: ${name}`, async () => {
        await page.open(server.url);
        await test(page, server.url);
        same(page.faults, [], "errors of the page");
      });
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/** What a visitor does and sees. */
class Page {
  faults = [];
  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(TIMEOUT);
    page.on("pageerror", (error) => { this.faults.push(error.message); });
  }
  async open(url) {
    await this.page.goto(url);
    await this.page.waitForFunction(() => document.querySelector(".cm-content")?.textContent
      !== "");
  }
  /** Puts a program into the editor, by keyboard. */
  async write(program) {
    await this.page.locator(".cm-content").fill(program);
  }
  click(id) { return this.page.click(`#${id}`); }
  press(...keys) {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)),
      Promise.resolve());
  }
  state(text) {
    return this.page.waitForFunction((want) =>
      document.getElementById("state").textContent === want, text);
  }
  text(selector) { return this.page.textContent(selector); }
  /** The program goes on. */
  goesOn() {
    return this.page.waitForFunction(() =>
      ["Running", "Waiting"].includes(document.getElementById("state").textContent));
  }
  /** Waits until the terminal shows a text. */
  shows(text) {
    return this.page.waitForFunction((want) =>
      [...document.querySelectorAll(".xterm-accessibility-tree > div")]
      .map((row) => row.textContent).join("\n").includes(want), text);
  }
  /** The variables shown: name -> repr. */
  variables() {
    return this.page.$$eval("#variables tr",
      (rows) => Object.fromEntries(rows.map((row) => [...row.cells].map((c) => c.textContent))));
  }
  /** Waits until a variable is shown. */
  variable(name) {
    return this.page.waitForFunction((want) =>
      [...document.querySelectorAll("#variables td:first-child")]
      .some((cell) => cell.textContent === want), name);
  }
  /** The number of the line that is marked. */
  line() {
    return this.page.evaluate(() =>
      [...document.querySelectorAll(".cm-line")].findIndex((line) => line.matches(".cm-here")) + 1);
  }
  screenshot(name) {
    return this.page.screenshot({ path: join(ROOT, `build/playground-${name}.png`) });
  }
}

const COUNT = "def count(x):\n    while True:\n        x += 1\n        print('x =', x)\ncount(0)\n";

const TESTS = {
  async "runs a program that asks"(page) {
    await page
      .write("import time\ntime.sleep(0.01)\nname = input('Name? ')\nprint('Hello', name)\n");
    await page.click("run");
    await page.shows("Name?");
    await page.page.keyboard.type("Adax");
    await page.press("Backspace", "Enter");
    await page.shows("Hello Ada");
    await page.state("Done");
  },
  async "stops a loop that prints without end, the page alive"(page) {
    await page.write(COUNT);
    await page.click("run");
    await page.shows("x =");
    // Frames are drawn while it runs.
    same(await page.page.evaluate(() => new Promise((done) => {
      let frames = 0;
      const next = () => { if (++frames === 5) done(frames); else requestAnimationFrame(next); };
      next();
    })), 5);
    await page.click("stop");
    await page.state("Ended by an exception");
    await page.shows("KeyboardInterrupt");
  },
  async "pauses, shows variables, keeps and brings back"(page) {
    await page.write(COUNT);
    await page.click("run");
    await page.shows("x =");
    await page.click("pause");
    await page.state("Paused");
    const kept = (await page.variables()).x;
    if (!/^\d+$/.test(kept)) throw new Error(`x is ${kept}`);
    await page.click("snapshot");
    await page.shows("kept:");
    await page.screenshot("paused");
    await page.click("pause");
    await page.goesOn();
    await page.click("pause");
    await page.state("Paused");
    await page.click("restore");
    await page.page.waitForFunction((want) =>
      document.querySelector("#variables")?.textContent.includes(want), kept);
    same((await page.variables()).x, kept, "x after Restore");
    await page.click("pause");
    await page.goesOn();
    await page.click("stop");
    await page.state("Ended by an exception");
  },
  async "stops at a breakpoint and steps, by keyboard alone"(page) {
    await page.write("def f(a):\n    b = a * 2\n    return b\n\nx = f(20)\ny = f(x)\nprint(y)\n");
    await page.press("Control+Home", "ArrowDown", "F9", "F5");
    await page.state("Paused");
    same([await page.line(), (await page.variables()).a], [2, "20"]);
    await page.press("F10");
    await page.variable("b");
    same([await page.line(), (await page.variables()).b], [3, "40"]);
    await page.screenshot("breakpoint");
    await page.press("Shift+F11");
    await page.page.waitForFunction(() => document.querySelector("#stack").options.length === 1);
    await page.press("F8");
    // In the function again: the module's variables have a 40, too.
    await page.page.waitForFunction(() => document.querySelector("#stack").options.length === 2
      && document.querySelector("#variables").textContent.includes("40"));
    same([await page.line(), (await page.variables()).a], [2, "40"]);
    // Escape, then Tab, leaves the editor; Shift+Tab goes back to the buttons.
    await page.press("F9", "Escape", "Shift+Tab");
    same(await page.page.evaluate(() => document.activeElement.closest(".cm-editor") === null),
      true, "left the editor");
    await page.press("F8");
    await page.state("Done");
    await page.shows("80");
  },
  async "steps from the start"(page) {
    await page.write("a = 1\nb = 2\nprint(a + b)\n");
    await page.click("into");
    await page.state("Paused");
    same(await page.line(), 1);
    await page.click("into");
    await page.variable("a");
    same(await page.line(), 2);
    await page.click("pause");
    await page.state("Done");
    await page.shows("3");
  },
  async "shares a program by a link"(page, url) {
    await page.write("print('from a link: é')\n");
    await page.click("share");
    await page.shows("The link is in");
    const link = page.page.url();
    if (!link.includes("#code=")) throw new Error(link);
    await page.page.goto("about:blank");
    await page.open(link);
    await page.click("run");
    await page.shows("from a link: é");
    await page.page.goto("about:blank");
    await page.open(`${url}#code=damaged`);
  },
  async "says what is wrong with a program"(page) {
    await page.write("print(1\nx = = 2\n");
    await page.click("run");
    await page.state("Ended by an exception");
    await page.shows("SyntaxError");
    await page.write("def f():\n    return 1 / 0\nf()\n");
    await page.click("run");
    await page.shows("ZeroDivisionError");
    await page.screenshot("error");
  },
};
