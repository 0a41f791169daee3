// krait/worker/thread: the module of a web worker that holds a Python for krait/worker.
import { load } from "./browser.js";
import { serve } from "../worker/thread.js";
import { webPort } from "../worker/web.js";

serve(webPort(), load);
