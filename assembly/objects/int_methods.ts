// int: the type, its slots and methods.
/** Makes the type `int`. At boot. */
export function intInstall(): void {}
