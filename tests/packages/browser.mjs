// The installed package in headless Chromium: as files of a server, built by Vite, under content
// security policies, without a server, in web workers, from another origin.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, createServer } from "vite";
import { missingChromium, startChromium } from "./chromium.mjs";
import { same } from "./report.mjs";
import { serveFolder } from "./server.mjs";

/** Time for a page. Unit: ms. */
const TIMEOUT = 30_000;
const DIST = "/node_modules/krait/dist";
const IMPORT_MAP = JSON.stringify({
  imports: { krait: `${DIST}/browser.js`, "krait/inline": `${DIST}/inline.js`,
    "krait/core": `${DIST}/core.js`, "krait/worker": `${DIST}/worker.js` },
});
const html = (head, script) =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>krait</title>${head}<script type="module">${script}</script>`;
const MAP = `<script type="importmap" nonce="n">${IMPORT_MAP}</script>`;

/** A module that reports on entries. */
const reportOf = (entries) => `
import { conformance, runPage, stack, worker } from "./page.mjs";
await runPage({ ${entries.join(", ")} });`;
const ENTRIES = [
  `"plain page": async () => conformance(await import("krait"))`,
  `"krait/inline in a page": async () => conformance(await import("krait/inline"))`,
  `"krait/core in a page": async () => conformance(await import("krait/core"), { wasm: await WebAssembly.compileStreaming(fetch("${DIST}/krait.wasm")) })`,
  `"stack in a page": async () => stack(await import("krait"))`,
  `"krait/worker in a page": async () => worker(await import("krait/worker"))`,
];

const SAY = "const report = (data) => console.log(`report ${JSON.stringify(data)}`);";
/** A page that says how loading went. */
const TRY = `${SAY}
import("krait").then(async ({ load }) => (await load()).run("6 * 7")).then(
  (value) => report({ value }), (error) => report({ name: error.name, message: error.message }));`;

/** Policies: what the page's script-src allows. Scripts of the page itself have a nonce. */
const policy = (words) =>
  ({ "content-security-policy": `default-src 'self'; script-src 'self' 'nonce-n' ${words}` });
const withNonce = (body) =>
  body.replaceAll('<script type="module"', '<script type="module" nonce="n"');

/** What a page reports: it prints it. (Functions that playwright runs in a page, a policy would
 *  forbid.) */
async function reportAt(browser, url) {
  const page = await browser.newPage();
  const log = [];
  let timer;
  try {
    return await new Promise((done, failed) => {
      timer = setTimeout(() => failed(new Error("no report")), TIMEOUT);
      page.on("console", (message) => {
        const text = message.text();
        if (text.startsWith("report ")) done(JSON.parse(text.slice(7)));
        else log.push(text);
      });
      page.on("pageerror", (error) => log.push(String(error)));
      page.on("requestfailed",
        (request) => log.push(`${request.url()}: ${request.failure()?.errorText}`));
      page.on("response", (answer) => {
        if (answer.status() >= 400) log.push(`${answer.url()}: ${answer.status()}`);
      });
      page.goto(url).catch(failed);
    });
  } catch (error) {
    throw new Error(`${url}: ${error.message}\n${log.join("\n")}`);
  } finally {
    clearTimeout(timer);
    await page.close();
  }
}

/** A project that Vite serves and builds: the default loader, and the core's address from
 *  `krait/wasm?url`. */
function writeViteProject(project) {
  writeFileSync(join(project, "index.html"),
    `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>vite</title><script type="module" src="/vite_main.mjs"></script>`);
  writeFileSync(join(project, "vite_main.mjs"), `
import * as krait from "krait";
import * as core from "krait/core";
import * as workers from "krait/worker";
import wasm from "krait/wasm?url";
import { conformance, runPage, worker } from "./page.mjs";
await runPage({
  "vite": () => conformance(krait),
  "vite with krait/wasm?url": () => conformance(core, { wasm: new URL(wasm, location.href) }),
  "vite with krait/worker": () => worker(workers),
});`);
}
const VITE = { logLevel: "error", configFile: false, build: { target: "es2022" } };

/** @param {import("./report.mjs").Tally} tally */
export async function testBrowser(tally, project) {
  const missing = missingChromium();
  if (missing) { tally.skip("browser", missing); return; }
  const pages = {
    "/plain": { body: html(MAP, reportOf(ENTRIES)) },
    "/strict": { body: withNonce(html(MAP, TRY)), headers: policy("'wasm-unsafe-eval'") },
    "/stricter": { body: withNonce(html(MAP, TRY)), headers: policy("") },
  };
  const server = await serveFolder(project, pages);
  const other = await serveFolder(project, {}, { "access-control-allow-origin": "*" });
  pages["/elsewhere"] =
    { body: html(MAP.replaceAll(DIST, `${other.url}${DIST}`), reportOf([ENTRIES[0], ENTRIES[3]]
    .map((entry) => entry.replace(/^"(\S+) .*?":/, '"$1 from another origin":')))) };
  const browser = await startChromium();
  const take = async (name, url) => tally.check(`${name}: page`, async () => {
    for (const [part, report] of Object.entries(await reportAt(browser, url)))
      tally.take(part, report);
  });
  try {
    await take("plain page", `${server.url}/plain`);
    await take("from another origin", `${server.url}/elsewhere`);
    await tally.check("a policy without unsafe-eval", async () => {
      same(await reportAt(browser, `${server.url}/strict`), { value: 42 });
    });
    await tally.check("a policy without wasm-unsafe-eval is named", async () => {
      const { name, message } = await reportAt(browser, `${server.url}/stricter`);
      same(name, "LoadError");
      if (!/Content-Security-Policy.*'wasm-unsafe-eval'/.test(message)) throw new Error(message);
    });
    await tally.check("a page without a server", async () => {
      const file = join(project, "file.html");
      writeFileSync(file, `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>file</title>
<script src="node_modules/krait/dist/krait.iife.js"></script>
<script>${SAY}
krait.load().then((python) => report({ value: python.run("6 * 7"), version: krait.version }),
  (error) => report({ error: String(error) }));</script>`);
      const { version } = await import("../../dist/index.js");
      same(await reportAt(browser, pathToFileURL(file).href), { value: 42, version });
    });
    await testVite(tally, project, take);
  } finally {
    await browser.close();
    server.close();
    other.close();
  }
}

async function testVite(tally, project, take) {
  writeViteProject(project);
  const outDir = join(project, "out");
  await tally.check("vite builds",
    () => build({ ...VITE, root: project, build: { ...VITE.build, outDir } }));
  const built = await serveFolder(outDir);
  await take("vite build", `${built.url}/`);
  built.close();
  // While one develops, Vite serves the modules themselves; those of packages it bundles first.
  const server = await createServer({
    ...VITE, root: project, cacheDir: join(project, ".vite"),
    server: { host: "127.0.0.1", port: 0 },
  });
  await server.listen();
  await take("vite's server", server.resolvedUrls.local[0]);
  await server.close();
}
