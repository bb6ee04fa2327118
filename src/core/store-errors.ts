/** Names of the errors that a store throws when the file itself is the trouble, whatever the adapter. */
const storeErrors: readonly string[] = ['DatabaseBusy', 'OutcomeUnknown', 'DatabaseUnfit', 'SqliteError'];

/** No event's fault: it ends the work at hand, leases run out by themselves. */
export const isOfTheStore = (error: unknown): boolean => error instanceof Error && storeErrors.includes(error.name);
