// What went wrong, in one sentence that a person at the keyboard can act on?

/** Its message is printed as it stands, without a stack, and the command ends with code 1. */
export class LocalStackError extends Error {}
