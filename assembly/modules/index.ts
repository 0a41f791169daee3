// Generated from the files of this folder by tools/generate.mjs. Do not edit.
import { moduleBegin } from "../objects/module";
import { install as install_abc } from "./abc";
import { install as install_array } from "./array";
import { install as install_binascii } from "./binascii";
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
import { install as install_time } from "./time";
import { install as install_weakref } from "./weakref";

/** Registers the built-in modules but those that boot fills itself; each is filled when it is first imported. At boot. */
export function installModules(): void {
  install_abc(moduleBegin("abc"));
  install_array(moduleBegin("array"));
  install_binascii(moduleBegin("binascii"));
  install_cmath(moduleBegin("cmath"));
  install_collections(moduleBegin("collections"));
  install_errno(moduleBegin("errno"));
  install_functools(moduleBegin("functools"));
  install_gc(moduleBegin("gc"));
  install_heapq(moduleBegin("heapq"));
  install_io(moduleBegin("io"));
  install_itertools(moduleBegin("itertools"));
  install_jsffi(moduleBegin("jsffi"));
  install_json(moduleBegin("json"));
  install_math(moduleBegin("math"));
  install_micropython(moduleBegin("micropython"));
  install_os(moduleBegin("os"));
  install_posixpath(moduleBegin("posixpath"));
  install_random(moduleBegin("random"));
  install_re(moduleBegin("re"));
  install_select(moduleBegin("select"));
  install_struct(moduleBegin("struct"));
  install_time(moduleBegin("time"));
  install_weakref(moduleBegin("weakref"));
}
