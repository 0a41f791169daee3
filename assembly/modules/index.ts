// Generated from the files of this folder by tools/generate.mjs. Do not edit.
import { registerModule } from "../objects/module";
import { install as install_array } from "./array";
import { install as install_binascii } from "./binascii";
import { install as install_builtins } from "./builtins";
import { install as install_collections } from "./collections";
import { install as install_functools } from "./functools";
import { install as install_heapq } from "./heapq";
import { install as install_io } from "./io";
import { install as install_json } from "./json";
import { install as install_math } from "./math";
import { install as install_struct } from "./struct";

/** Registers every built-in module; each is filled when it is first imported. Called at boot. */
export function installModules(): void {
  registerModule("array", install_array);
  registerModule("binascii", install_binascii);
  registerModule("builtins", install_builtins);
  registerModule("collections", install_collections);
  registerModule("functools", install_functools);
  registerModule("heapq", install_heapq);
  registerModule("io", install_io);
  registerModule("json", install_json);
  registerModule("math", install_math);
  registerModule("struct", install_struct);
}
