// What krait/worker offers besides `load`. Only re-exports.
export { type WorkerKrait, type WorkerLoadOptions, type WorkerRunOptions } from "./page.js";
export { type PlainValue, type RunOptions } from "../host/krait.js";
export {
  DisposedError, KraitError, LoadError, PythonError, WaitError, type TracebackEntry,
} from "../host/errors.js";
export { type BytesSink, type InputChunk, type InputSource, type OutputSink } from "../host/streams.js";
export { micropythonVersion, mpyVersion, snapshotVersion, version } from "../host/version.js";
