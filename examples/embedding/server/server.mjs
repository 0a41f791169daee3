// A server that runs programs of strangers: POST a Python program, get JSON.
//
//   node server.mjs [port]         curl --data 'print("hi"); 6 * 7' localhost:8000
//
// Each program has an instance of its own, which begins empty and is thrown away: no file, no network, no environment, nothing
// of another program. It is limited in memory, in work (fuel), in time and in output. Programs run side by side in
// one thread, a few milliseconds at a time, so that the server always answers.
import { createServer } from "node:http";
import { FuelError, KraitError, PythonError, TimeoutError, load } from "krait";

/** What a program may use. Units: bytes; fuel; ms; characters. */
const LIMITS = { source: 64 << 10, heap: 16 << 20, fuel: 20_000_000, timeMs: 2_000, output: 64 << 10 };
/** Programs at the same time; others are told to come again. */
const MOST_PROGRAMS = 50;

/** Runs a program. Never throws for anything that a program does. */
export async function runSnippet(source, limits = LIMITS) {
  let output = "";
  let cut = false;
  const take = (text) => {
    if (output.length + text.length > limits.output) cut = true;
    output = (output + text).slice(0, limits.output);
  };
  const python = await load({ heapLimit: limits.heap, stdout: take, stderr: take });
  const answer = { value: null, error: null };
  try {
    const value = await python.runAsync(source, { filename: "main.py", fuel: limits.fuel, timeoutMs: limits.timeMs });
    answer.value = typeof value === "bigint" ? String(value) : value;
  } catch (error) {
    if (error instanceof PythonError) {
      answer.error = { kind: error.type, message: error.text, traceback: error.formatted };
    } else if (error instanceof FuelError) answer.error = { kind: "fuel", message: "the program works too much" };
    else if (error instanceof TimeoutError) answer.error = { kind: "time", message: "the program takes too long" };
    else if (error instanceof KraitError) answer.error = { kind: "limit", message: error.message };
    else throw error;
  } finally {
    answer.fuel = Number(python.fuelUsed);
    python.dispose();
  }
  return { ...answer, output, ...(cut && { cut }) };
}

/** The text of a request. Undefined: it is too long. */
async function bodyOf(request) {
  const parts = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > LIMITS.source) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

let running = 0;
const server = createServer(async (request, response) => {
  const reply = (status, data) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(`${JSON.stringify(data)}\n`);
  };
  if (request.method !== "POST") { reply(405, { error: "POST a Python program" }); return; }
  if (running >= MOST_PROGRAMS) { reply(503, { error: "busy" }); return; }
  running++;
  try {
    const source = await bodyOf(request);
    if (source === undefined) reply(413, { error: `a program has at most ${LIMITS.source} bytes` });
    else reply(200, await runSnippet(source));
  } catch (error) {
    console.error(error);
    reply(500, { error: "the server failed" });
  } finally {
    running--;
  }
});
server.listen(Number(process.argv[2] ?? 8000), "127.0.0.1", () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}`);
});
