// Resumes a snapshot elsewhere. As a process: the snapshot is a file; prints { out, fuel, bytes }
// as JSON: what the program prints, all fuel, and the restored instance's own snapshot. As a worker
// thread: workerData has the module and the snapshot; posts { out, fuel }.
import { readFileSync } from "node:fs";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { fuelUsed, open, restoredTask, runUntil } from "./programs.mjs";

const world = open(isMainThread ? { snapshot: readFileSync(process.argv[2]) } : workerData);
const bytes = Buffer.from(world.py.snapshot()).toString("base64");
runUntil(world, restoredTask(world));
const answer = { out: world.out, fuel: fuelUsed(world) };
if (isMainThread) console.log(JSON.stringify({ ...answer, bytes }));
else parentPort.postMessage(answer);
