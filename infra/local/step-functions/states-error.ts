// Which refusals does the Step Functions API know? The names the SDK turns into its exceptions.

type StatesErrorCode =
  | 'ExecutionAlreadyExists'
  | 'ExecutionDoesNotExist'
  | 'ExecutionNotRedrivable'
  | 'InvalidArn'
  | 'InvalidExecutionInput'
  | 'InvalidName'
  | 'InvalidOutput'
  | 'InvalidToken'
  | 'StateMachineDoesNotExist'
  | 'TaskDoesNotExist'
  | 'TaskTimedOut'
  | 'UnknownOperationException'
  | 'ValidationException';

/** A request that is refused; `name` is AWS's code. */
export class StatesError extends Error {
  constructor(code: StatesErrorCode, message: string) {
    super(message);
    this.name = code;
  }
}
