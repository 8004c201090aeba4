// What does CloudFormation put in the place of `{{resolve:secretsmanager:<ARN>:SecretString:::}}`? The secret's string, while
// it deploys.
import { LocalStackError } from '../this-machine/local-stack-error.ts';

/** As CDK writes it: the whole string, of the present version. Here an ARN ends in the secret's name. */
const REFERENCE = /\{\{resolve:secretsmanager:arn:[^{}]*:secret:([^:{}]+):SecretString:::\}\}/g;

/** A text of the templates with its secrets in it. `stringOf` gives a secret's, by its name. */
export const withSecrets = (text: string, stringOf: (name: string) => string): string => {
  const filled = text.replace(REFERENCE, (_, name: string) => stringOf(name));
  if (!filled.includes('{{resolve:')) return filled;
  throw new LocalStackError(`The local stack does not know how to resolve ${filled}.`);
};
