// A cell that runs Python in the page itself. krait lets the page have a turn every few milliseconds, so clicks arrive
// while Python loops; output is taken as fast as it can be shown, and the program waits meanwhile.
import { PythonError, load } from "krait";

const $ = (id) => document.getElementById(id);
/** Older output is dropped. Unit: characters. */
const SHOWN = 20_000;

let text = "";
let frame;
/** Adds to the output. The promise settles when it is on the screen: until then the program waits. */
function show(more) {
  text = (text + more).slice(-SHOWN);
  frame ??= new Promise(requestAnimationFrame).then(() => {
    frame = undefined;
    $("out").textContent = text;
    $("out").scrollTop = $("out").scrollHeight;
  });
  return frame;
}

const typed = [];
let wanted;
/** A line for input(): one that has been typed already, or the next one. */
function nextLine() {
  return typed.shift() ?? new Promise((done) => { wanted = done; });
}
$("form").onsubmit = (event) => {
  event.preventDefault();
  const line = `${$("line").value}\n`;
  $("line").value = "";
  show(line);
  if (wanted) wanted(line); else typed.push(line);
  wanted = undefined;
};

function state(running, words) {
  $("run").disabled = running;
  $("stop").disabled = !running;
  $("state").textContent = words;
}

const python = await load({ stdout: show, stderr: show, stdin: nextLine, heapLimit: 64 << 20 });
state(false, "ready");

async function run() {
  state(true, "running");
  let last = "";
  try {
    const value = await python.runAsync($("code").value, { filename: "cell.py" });
    if (value !== null) last = `${value}\n`;
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    last = error.formatted;
  } finally {
    await python.flush();                                 // what it printed comes first
    await show(last);
    state(false, "ready");
  }
}
$("run").onclick = run;
$("stop").onclick = () => python.interrupt();
$("code").onkeydown = (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !$("run").disabled) run();
};
