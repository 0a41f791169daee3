// Exports to the host, and nothing else.
export { boot } from "./boot";
export { collect } from "./heap/collector";
