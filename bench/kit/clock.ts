/** Milliseconds of the machine's one monotonic clock: comparable between processes. */
export const machineMs = (): number => Number(process.hrtime.bigint()) / 1e6;
