// posixpath, also known as os.path: asking about files. What takes paths apart is in
// frozen/posixpath.py.
// Behaviour: docs.python.org/3/library/os.path.html. Paths are str.
import { Value, RAISED } from "../core/value";
import { catchPending, ValueError, OSError } from "../objects/errors";
import { Args } from "../objects/args";
import { ModuleBuilder } from "../objects/module_list";
import { strLiteral } from "../objects/str";
import { NONE, FALSE, boolValue } from "../objects/singletons";
import { intFromF64 } from "../objects/int";
import { floatBox } from "../objects/float";
import { MODE_KIND, MODE_DIRECTORY, MODE_FILE, STAT, os_getcwd, statArgument, statGiven,
  statMode } from "./os";

/** True, False, or RAISED if the argument is no path. Paths that cannot be (too long, empty) are no
 *  files. */
function question(v: Value, kind: u32): Value {
  const answer = statArgument(v);
  if (answer > 0) return catchPending(OSError) || catchPending(ValueError) ? FALSE : RAISED;
  return boolValue(answer == 0 && (kind == 0 || (statMode() & MODE_KIND) == kind));
}
function path_exists(args: Args, n: i32): Value { return question(args.at(0), 0); }
function path_isfile(args: Args, n: i32): Value { return question(args.at(0), MODE_FILE); }
function path_isdir(args: Args, n: i32): Value { return question(args.at(0), MODE_DIRECTORY); }
function path_islink(args: Args, n: i32): Value { return question(args.at(0), 1); }
/** A number of the file's status as float or int. */
function statNumber(v: Value, field: usize, whole: bool): Value {
  if (!statGiven(v)) return RAISED;
  const x = load<f64>(STAT + field * 8);
  return whole ? intFromF64(x) : floatBox(x);
}
function path_getsize(args: Args, n: i32): Value { return statNumber(args.at(0), 6, true); }
function path_getatime(args: Args, n: i32): Value { return statNumber(args.at(0), 7, false); }
function path_getmtime(args: Args, n: i32): Value { return statNumber(args.at(0), 8, false); }
function path_getctime(args: Args, n: i32): Value { return statNumber(args.at(0), 9, false); }

export function install(m: ModuleBuilder): void {
  m.constant("sep", strLiteral("/"));
  m.constant("curdir", strLiteral("."));
  m.constant("pardir", strLiteral(".."));
  m.constant("extsep", strLiteral("."));
  m.constant("pathsep", strLiteral(":"));
  m.constant("altsep", NONE);
  m.fn("_getcwd", os_getcwd, 0, 0);
  m.python("_path");
  m.python("join");
  m.python("basename");
  m.python("dirname");
  m.python("split");
  m.python("splitext");
  m.python("isabs");
  m.python("normpath");
  m.python("abspath");
  m.python("realpath");
  m.python("relpath");
  m.fn("exists", path_exists, 1, 1);
  m.fn("lexists", path_exists, 1, 1);
  m.fn("isfile", path_isfile, 1, 1);
  m.fn("isdir", path_isdir, 1, 1);
  m.fn("islink", path_islink, 1, 1);
  m.fn("getsize", path_getsize, 1, 1);
  m.fn("getatime", path_getatime, 1, 1);
  m.fn("getmtime", path_getmtime, 1, 1);
  m.fn("getctime", path_getctime, 1, 1);
}
