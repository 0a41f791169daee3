// The public API, but for `load`, which each entry adds for its host (js/entries). Only re-exports: these lines
// are what the package offers.
export { loadSync, type Clock, type LoadOptions } from "./host/load.js";
export { type WasmSource } from "./host/compile.js";
export { micropythonVersion, mpyVersion, snapshotVersion, version } from "./host/version.js";
export { type Krait, type PlainValue, type RunOptions } from "./host/krait.js";
export { type Task, type TaskStatus, type TaskStep } from "./host/task.js";
export {
  DisposedError, KraitError, LoadError, PythonError, SnapshotError, WaitError, type TracebackEntry,
} from "./host/errors.js";
export { type BytesSink, type InputChunk, type InputSource, type OutputSink } from "./host/streams.js";
export { MemoryFileSystem } from "./fs/memory.js";
export { MountedFileSystem } from "./fs/mounts.js";
export { type DirectoryEntry, type FileStat, type FileSystem, type OpenFile } from "./fs/filesystem.js";
