// How a program ended: what is said of it, and the exit code.
import type { PythonError } from "../host/errors.js";
import { writeText } from "./terminal.js";

/** Reports the exception that ended a program, on stderr. Returns the exit code that SystemExit
 *  asks for; undefined: it was another exception. */
export function reportEnd(error: PythonError): number | undefined {
  if (error.exitCode === undefined) {
    writeText(2, error.formatted);
    return undefined;
  }
  const [code] = error.args;
  // As CPython has it: what is no number is said.
  if (code != null && !["number", "bigint", "boolean"].includes(typeof code))
    writeText(2, `${error.text}\n`);
  return error.exitCode;
}
