// The page: joins editor, terminal and runner, and draws what is new once a frame.
import { Editor } from "./editor.js";
import { examples } from "./examples.js";
import { Runner, type RunState } from "./runner.js";
import { sharedProgram, shareLink } from "./share.js";
import { Terminal } from "./terminal.js";

const SAVED = "krait-playground-program";
const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

const editor = new Editor(element("editor"));
const terminal = new Terminal(element("terminal"));
const runner = new Runner({
  write: (text) => terminal.write(text),
  error: (text) => terminal.error(text),
  note: (text) => terminal.note(text),
  ask: () => terminal.ask(),
  cancelAsk: () => terminal.cancel(),
});

const STATES: Record<RunState, string> = {
  ready: "Ready", running: "Running", waiting: "Waiting", paused: "Paused", done: "Done", raised: "Ended by an exception",
};

// ---- commands ----

const active = (): boolean => ["running", "waiting", "paused"].includes(runner.state);

function run(stepping = false): void {
  terminal.clear();
  void runner.run(editor.text, stepping);
}
function pauseOrGoOn(): void { if (runner.state === "paused") runner.resume(); else runner.pause(); }
function step(): void { if (runner.state === "paused") runner.stepInto(); else if (!active()) run(true); }
function keep(): void {
  try {
    terminal.note(`kept: ${runner.snapshot().toLocaleString("en")} bytes`);
  } catch (error) {
    terminal.note((error as Error).message);
  }
}
async function share(): Promise<void> {
  const link = await shareLink(editor.text);
  history.replaceState(undefined, "", link);
  try {
    await navigator.clipboard.writeText(link);
    terminal.note("The link is in the clipboard.");
  } catch {
    terminal.note("The link is in the address bar.");
  }
}

const commands: Record<string, () => void> = {
  run: () => run(),
  stop: () => runner.stop(),
  pause: pauseOrGoOn,
  into: step,
  over: () => runner.stepOver(),
  out: () => runner.stepOut(),
  snapshot: keep,
  restore: () => void runner.restore(),
  share: () => void share(),
};
for (const [id, command] of Object.entries(commands)) element(id).addEventListener("click", command);
terminal.onInterrupt = () => runner.stop();

const keys: Record<string, () => void> = {
  "F5": commands["run"]!,
  "Control+F5": commands["stop"]!,
  "F8": commands["pause"]!,
  "F10": commands["over"]!,
  "F11": commands["into"]!,
  "Shift+F11": commands["out"]!,
  "Control+Enter": commands["run"]!,
};
addEventListener("keydown", (event) => {
  const command = keys[`${event.ctrlKey ? "Control+" : ""}${event.shiftKey ? "Shift+" : ""}${event.key}`];
  if (!command) return;
  event.preventDefault();
  command();
}, { capture: true });

// ---- programs ----

const list = element<HTMLSelectElement>("examples");
list.append(new Option("…", ""), ...examples.map(({ name }, index) => new Option(name, String(index))));
list.addEventListener("change", () => {
  const example = examples[Number(list.value)];
  if (example) editor.text = example.code;
  list.value = "";
});
editor.onChange = () => {
  runner.breakpoints = editor.breakpoints;
  try { localStorage.setItem(SAVED, editor.text); } catch { /* A page without storage keeps nothing. */ }
};
function saved(): string | null {
  try { return localStorage.getItem(SAVED); } catch { return null; }
}
editor.text = await sharedProgram() ?? saved() ?? examples[0]!.code;

// ---- what is shown ----

let shown = "";
let chosen = 0;

/** Draws the buttons and, if the program stands elsewhere than before, its line and frames. */
function draw(): void {
  requestAnimationFrame(draw);
  const { state } = runner;
  const moment = runner.moment;
  element("fuel").textContent = runner.fuel.toLocaleString("en");
  const { used, limit } = runner.heap;
  element<HTMLMeterElement>("memory").value = used / limit;
  element("bytes").textContent = `${Math.ceil(used / 1024).toLocaleString("en")} KB`;
  if (moment === shown) return;
  shown = moment;

  const status = element("state");
  if (status.textContent !== STATES[state]) status.textContent = STATES[state];
  status.dataset["state"] = state;
  const enable = (id: string, yes: boolean) => { element<HTMLButtonElement>(id).disabled = !yes; };
  enable("stop", active());
  enable("pause", active());
  element("pause").textContent = state === "paused" ? "Go on" : "Pause";
  enable("into", state !== "running" && state !== "waiting");
  for (const id of ["over", "out", "snapshot"]) enable(id, state === "paused");
  enable("restore", runner.hasSnapshot);
  chosen = 0;
  drawFrames();
}

function drawFrames(): void {
  const { frames } = runner;
  const stack = element<HTMLSelectElement>("stack");
  stack.replaceChildren(...frames.map(({ name, line }, index) => new Option(`${name}, line ${line}`, String(index))));
  stack.disabled = frames.length === 0;
  stack.value = String(chosen);
  const frame = frames[chosen];
  editor.showLine(frame?.file === "main.py" && frame.line > 0 ? frame.line : undefined);
  const rows = frame?.variables().filter(({ name }) => !name.startsWith("__")) ?? [];
  const table = element("variables");
  if (rows.length === 0) {
    table.replaceChildren(row(frame ? "No variables yet." : "Pause the program to see its variables."));
    table.querySelector("td")!.className = "quiet";
    return;
  }
  table.replaceChildren(...rows.map(({ name, type, text }) => {
    const line = row(name, text);
    line.title = type;
    return line;
  }));
}
function row(...texts: string[]): HTMLTableRowElement {
  const line = document.createElement("tr");
  line.append(...texts.map((text) => {
    const cell = document.createElement("td");
    cell.textContent = text;
    return cell;
  }));
  return line;
}
element("stack").addEventListener("change", () => {
  chosen = Number(element<HTMLSelectElement>("stack").value);
  drawFrames();
});

draw();
editor.focus();
