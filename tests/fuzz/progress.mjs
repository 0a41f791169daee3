// Places in the shared memory between main.mjs and worker.mjs: which program runs (-1: done), and
// the tally.
export const NUMBER = 0;
export const PASSED = 1;
export const FAILED = 2;
