// What krait/worker offers besides `load`. Only re-exports.
export { type ClonedValue, type WorkerKrait, type WorkerLoadOptions } from "./page.js";
export { type RunOptions } from "../host/krait.js";
export { type FileTree } from "../host/options.js";
export {
  AbortError, DisposedError, FuelError, KraitError, LoadError, OptionError, PythonError,
  SnapshotError, TimeoutError,
  type TracebackEntry,
} from "../host/errors.js";
export {
  type BytesSink, type Input, type InputChunk, type InputSource, type Output, type OutputSink,
} from "../host/streams.js";
export { micropythonVersion, mpyVersion, snapshotVersion, version } from "../host/version.js";
