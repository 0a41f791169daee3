// Versions of what the package holds; tests/packages compares them with what Python says.

/** The package's version; the build puts it here (rollup.config.mjs). */
export const version: string = "__VERSION__";
/** The MicroPython whose behaviour is followed: `sys.implementation.version`. */
export const micropythonVersion: string = "1.22.0";
/** Version of the .mpy format that is read and written: `sys.implementation._mpy & 255`. */
export const mpyVersion: number = 6;
/** Version of the format of snapshots. A snapshot also needs the build that made it. */
export const snapshotVersion: number = 1;
