// Which part of asl-validator, which ships no types, do the tests use?
declare module 'asl-validator' {
  export default function validate(definition: unknown): {
    isValid: boolean;
    errorsText(separator: string): string;
  };
}
