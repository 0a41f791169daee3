// Generated from the files of this folder by tools/generate.mjs. Do not edit.
import { registerModule } from "../objects/module";
import { install as install_abc } from "./abc";
import { install as install_array } from "./array";
import { install as install_binascii } from "./binascii";
import { install as install_builtins } from "./builtins";
import { install as install_cmath } from "./cmath";
import { install as install_collections } from "./collections";
import { install as install_errno } from "./errno";
import { install as install_functools } from "./functools";
import { install as install_gc } from "./gc";
import { install as install_heapq } from "./heapq";
import { install as install_io } from "./io";
import { install as install_itertools } from "./itertools";
import { install as install_jsffi } from "./jsffi";
import { install as install_json } from "./json";
import { install as install_math } from "./math";
import { install as install_micropython } from "./micropython";
import { install as install_os } from "./os";
import { install as install_posixpath } from "./posixpath";
import { install as install_random } from "./random";
import { install as install_re } from "./re";
import { install as install_select } from "./select";
import { install as install_struct } from "./struct";
import { install as install_sys } from "./sys";
import { install as install_time } from "./time";
import { install as install_weakref } from "./weakref";

/** Registers every built-in module; each is filled when it is first imported. Called at boot. */
export function installModules(): void {
  registerModule("abc", install_abc);
  registerModule("array", install_array);
  registerModule("binascii", install_binascii);
  registerModule("builtins", install_builtins);
  registerModule("cmath", install_cmath);
  registerModule("collections", install_collections);
  registerModule("errno", install_errno);
  registerModule("functools", install_functools);
  registerModule("gc", install_gc);
  registerModule("heapq", install_heapq);
  registerModule("io", install_io);
  registerModule("itertools", install_itertools);
  registerModule("jsffi", install_jsffi);
  registerModule("json", install_json);
  registerModule("math", install_math);
  registerModule("micropython", install_micropython);
  registerModule("os", install_os);
  registerModule("posixpath", install_posixpath);
  registerModule("random", install_random);
  registerModule("re", install_re);
  registerModule("select", install_select);
  registerModule("struct", install_struct);
  registerModule("sys", install_sys);
  registerModule("time", install_time);
  registerModule("weakref", install_weakref);
}
