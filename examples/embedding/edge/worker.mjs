// A worker as Cloudflare runs them. It answers requests with Python, and holds conversations whose program is paused
// between the requests: as a snapshot of some kilobytes in the storage of a Durable Object, not in memory.
//
//   POST /run           a Python program: JSON with its value and its output
//   POST /story/NAME    a line for the story of that name: what it says next
import { FuelError, PythonError, load } from "krait";
import story from "./story.mjs";

/** The clock stands still while a worker computes: work is limited by fuel. */
const FUEL = 2_000_000;
const HEAP = 16 << 20;

async function runProgram(source) {
  let output = "";
  using python = await load({ heapLimit: HEAP, stdout: (text) => { output += text; } });
  try {
    const value = await python.runAsync(source, { fuel: FUEL });
    return { value: typeof value === "bigint" ? String(value) : value, output };
  } catch (error) {
    if (error instanceof PythonError) return { error: error.message, output };
    if (error instanceof FuelError) return { error: "the program works too much", output };
    throw error;
  }
}

/** One story. The program is in the storage while it waits for the next line. */
export class Story {
  #storage;
  constructor(state) { this.#storage = state.storage; }

  async fetch(request) {
    const lines = [`${await request.text()}\n`];
    const snapshot = await this.#storage.get("snapshot");
    let said = "";
    using python = await load({
      heapLimit: HEAP,
      stdout: (text) => { said += text; },
      stdin: () => lines.shift() ?? "",                   // nothing more: the program waits where it is
      ...(snapshot && { snapshot }),
    });
    // A story that begins does not need the line; one that goes on stands inside its input().
    if (!snapshot) lines.pop();
    const task = snapshot ? python.tasks[0] : python.start(story, { filename: "story.py" });
    try {
      const { status, waitsFor } = task.step({ fuel: FUEL });
      if (status === "waiting" && waitsFor === "input") {
        await this.#storage.put("snapshot", python.snapshot());
        return Response.json({ said, ended: false });
      }
      if (status !== "done") said += "\n(the story got lost)\n";
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      said += error.formatted;
    }
    await this.#storage.delete("snapshot");
    return Response.json({ said, ended: true });
  }
}

export default {
  async fetch(request, env) {
    const [, kind, name] = new URL(request.url).pathname.split("/");
    if (request.method !== "POST") return new Response("POST /run or /story/NAME\n", { status: 405 });
    if (kind === "run") return Response.json(await runProgram(await request.text()));
    if (kind === "story" && name) return env.STORIES.get(env.STORIES.idFromName(name)).fetch(request);
    return new Response("POST /run or /story/NAME\n", { status: 404 });
  },
};
