// Exports to the host, and nothing else.
export { boot } from "./boot";
export { collect, zeroDead } from "./heap/collector";
export { pack, packCount, packDelta, packRangeBytes, unpack, clearBuffers } from "./heap/pack";
export { sleep, wake } from "./program/image";
export { setHeapLimit as configure } from "./heap/allocator";
export { scratch, start, run, interrupt, pause, abandon, freeze, resultText, resultValue, errorText, errorValue,
  exitCode, textAt, textLength } from "./program/main";
export { addArgument, addPath, setDirectory, setGlobal, stress, waitUntilMs, resultKind, resultNumber, resultString,
} from "./program/session";
export { setVerbose } from "./program/listing";
export { finalize } from "./program/callbacks";
export { addEnvironment } from "./modules/os";
export { setOptLevel } from "./objects/hooks";
export { fuelUsed } from "./vm/safepoint";
export { isIncomplete } from "./compiler/incomplete";
