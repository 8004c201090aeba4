// How does a command at the command line end, and how does it say why?

/** 0 done or valid, 1 a refusal or invalid, 2 cannot judge or wrong words. */
export type ExitCode = 0 | 1 | 2;

/** One sentence for people; nothing of the stack. */
export class Refused extends Error {
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}
