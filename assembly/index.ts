// Exports to the host, and nothing else.
export { boot, bootEnd } from "./boot";
export { collect, zeroDead } from "./heap/collector";
export { pack, packCount, packDelta, packRangeBytes, unpack, clearBuffers } from "./heap/pack";
export { sleep, wake } from "./program/image";
export { setHeapLimit as configure, heapUsed, heapPeak,
  heapLimitBytes as heapLimit } from "./heap/allocator";
export { stackProbe } from "./host";
export { setStackLimit } from "./vm/frames";
export { setTerminals } from "./objects/std_stream";
export { scratch, start, startError, freeze, textAt, textLength } from "./program/main";
export { run, abandon, interrupt, pause, waitOutput, taskCount, taskExists, taskStatus, taskFuel,
  waitUntilMs, waitTokenOf,
} from "./program/tasks";
export { addArgument, addPath, setDirectory, setGlobal, stress } from "./program/session";
export { setVerbose } from "./program/listing";
export { finalize, lastWishes } from "./program/callbacks";
export { keyboardInterrupts } from "./modules/micropython";
export { addEnvironment } from "./modules/os";
export { setOptLevel } from "./objects/hooks";
export { debugTask, debugAdd, debugRemove, debugLine, debugText, debugNext, debugStep,
  debugExceptions, debugExceptionsNow,
  debugReason, debugBreakpoint, debugSkipped, debugException, debugDepth, debugFrameLine,
  debugFrameText, debugVariables,
  debugVariableText, debugVariableSlot, debugEvaluate,
  debugPatched } from "./program/debug";
export { fuelUsed, setFuelBeyond } from "./vm/safepoint";
export { borderInfo, borderHold, borderDrop, borderHeld, borderRecover, setCallFuel,
  borderCall, borderStr,
  borderBytes, borderFloat, borderInt, borderObject, borderKind } from "./program/border";
export { borderDo, borderDescribe, borderCallMethod, borderTask, borderTraits, borderItems,
  borderBuffer } from "./program/border_ops";
export { jsHeld, jsHolds } from "./objects/js_objects";
