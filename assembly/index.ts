// Exports to the host, and nothing else.
export { boot } from "./boot";
export { collect } from "./heap/collector";
export { setHeapLimit as configure } from "./heap/allocator";
export { scratch, start, run, interrupt, pause, abandon, freeze, resultText, resultValue, errorText, errorValue,
  exitCode, textAt, textLength } from "./vm/main";
export { fuelUsed, setStress } from "./vm/safepoint";
export { setPoison } from "./heap/allocator";
export { waitUntil } from "./objects/hooks";
