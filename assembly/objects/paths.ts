// Paths: the current directory of the program, and making paths absolute. The host sees absolute paths only.
import { Value, RAISED, NOTHING } from "../core/value";
import { markValue, addRootMarker } from "../heap/collector";
import { StrObject, strLiteral } from "./str";
import { Text, textNew } from "./text";

/** A str, absolute, without a slash at the end (but "/" itself). */
export let currentDirectory: Value = NOTHING;
export function setCurrentDirectory(path: Value): void { currentDirectory = path; }
function markPaths(): void { markValue(currentDirectory); }
export function pathsInit(): void {
  currentDirectory = strLiteral("/");
  addRootMarker(markPaths);
}

/** An absolute path without "." and ".." parts and double slashes. `path`: a StrObject. Raises MemoryError. */
export function absolutePath(path: Value): Value {
  const t = textNew();
  const s = changetype<StrObject>(<usize>path);
  if (s.lengthBytes == 0 || load<u8>(s.data) != 47) parts(t, changetype<StrObject>(<usize>currentDirectory));
  parts(t, s);
  if (t.length == 0) t.byte(47);
  return t.finish();
}
/** Appends the parts of a path to an absolute one. */
function parts(t: Text, s: StrObject): void {
  let from: u32 = 0;
  for (let i: u32 = 0; i <= s.lengthBytes; i++) {
    if (i < s.lengthBytes && load<u8>(s.data + i) != 47) continue;
    const n = i - from, at = s.data + from;
    from = i + 1;
    if (n == 0 || (n == 1 && load<u8>(at) == 46)) continue;
    if (n == 2 && load<u8>(at) == 46 && load<u8>(at, 1) == 46) {
      let end = t.length;
      while (end > 0 && load<u8>(t.data + end - 1) != 47) end--;
      t.truncate(end > 0 ? end - 1 : 0);
      continue;
    }
    t.byte(47);
    t.bytes(at, n);
  }
}
