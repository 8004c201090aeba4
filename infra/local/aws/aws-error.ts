// How does AWS say no? With a status, a code that programs read and a message that people read.

/** A refusal in AWS's own words; `status` is HTTP's, `code` is what the SDK shows as `error.name`. */
export class AwsError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'AwsError';
    this.status = status;
    this.code = code;
  }
}
