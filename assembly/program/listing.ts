// `-v -v`: everything that is compiled is listed on standard output.
import { Value, RAISED } from "../core/value";
import { textNew } from "../objects/text";
import { takePending } from "../objects/errors";
import { disassemble } from "../bytecode/disassembler";
import { installListing } from "../compiler/compile";
import { writeOut } from "../host";

function list(code: Value): void {
  const t = textNew();
  disassemble(code, t);
  // A listing for which there is no memory is left out: the program must run as without it.
  if (t.failed == 0) writeOut(1, t.data, t.length);
  t.drop();
}
function listNothing(code: Value): void {}

/** level: how often -v was given. */
export function setVerbose(level: i32): void { installListing(level >= 2 ? list : listNothing); }
