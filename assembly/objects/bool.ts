// bool: the type, a subtype of int with two values.
/** Makes the type `bool`. At boot, after int. */
export function boolInstall(): void {}
