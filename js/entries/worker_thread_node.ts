// The module of a thread of Node that holds a Python for krait/worker.
import { parentPort } from "node:worker_threads";
import { load } from "./index.js";
import { serve } from "../worker/thread.js";

serve({
  post: (message) => parentPort!.postMessage(message),
  listen: (take) => { parentPort!.on("message", take); },
}, load);
