// The public API, but for `load`, which each entry adds for its host (js/entries). Only re-exports:
// these lines are what the package offers.
export { loadSync } from "./host/load.js";
export { type Clock, type FileTree, type LoadOptions, type Mount } from "./host/options.js";
export { type WasmSource } from "./host/compile.js";
export { micropythonVersion, mpyVersion, snapshotVersion, version } from "./host/version.js";
export { type Krait, type MemoryUse, type PlainValue, type RunOptions,
  type StartOptions } from "./host/krait.js";
export { type CallLimits, type LimitOptions } from "./host/limits.js";
export {
  type Breakpoint, type BreakOnException, type BreakpointOptions, type Debugger, type StackFrame,
  type Stop, type Variable,
} from "./host/debugger.js";
export { type Task, type TaskStatus, type TaskStep, type WaitsFor } from "./host/task.js";
export {
  AbortError, DisposedError, FuelError, KraitError, LoadError, OptionError, PythonError,
  SnapshotError, TimeoutError,
  WaitError, type TracebackEntry,
} from "./host/errors.js";
export {
  type BytesSink, type Input, type InputChunk, type InputSource, type Output, type OutputSink,
} from "./host/streams.js";
export { PyFloat } from "./border/border.js";
export { type TypedArray, PyBuffer } from "./border/buffer.js";
export { type ToJsOptions, type ToPythonOptions } from "./border/convert.js";
export { type PyProxy, type PyProxyMethods, type PyValue, isPyProxy } from "./border/proxy.js";
export { type Scope } from "./border/scope.js";
export { type HeldCounts } from "./border/values.js";
export { MemoryFileSystem } from "./fs/memory.js";
export { MountedFileSystem } from "./fs/mounts.js";
export { type DirectoryEntry, type FileStat, type FileSystem,
  type OpenFile } from "./fs/filesystem.js";
