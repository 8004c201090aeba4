// What was this function told by its deployment? The one place that reads process.env.
import * as z from 'zod';
import type { Setting } from '../contracts/agreed-names.ts';

const SETTINGS: Record<Setting, z.ZodType<string>> = {
  TABLE_NAME: z.string().min(3),
  WORKING_BUCKET: z.string().min(3),
  SIGNED_BUCKET: z.string().min(3),
  IMAGES_BUCKET: z.string().min(3),
  /** Addresses with spaces between; empty for none. */
  TIMESTAMP_SERVERS: z.string().regex(/^(https?:\/\/\S+( |$))*$/),
  /** Whether those who sign were told of a timestamp server; which they are is theirs to know. */
  PROVES_TIME: z.enum(['yes', 'no']),
  STATE_MACHINE_ARN: z.string().regex(/^arn:[^:]+:states:[^:]+:\d+:stateMachine:[^:]+$/),
  RENDER_FUNCTION_NAME: z.string().min(1),
  IMPORT_FUNCTION_NAME: z.string().min(1),
  SIGN_FUNCTION_NAME: z.string().min(1),
  SEAL_FUNCTION_NAME: z.string().min(1),
  /** What the names of signing keys begin with. */
  KEYS_UNDER: z.string().min(3),
  NOTIFY_FUNCTION_NAME: z.string().min(1),
  USER_POOL_ID: z.string().min(3),
  MAIL_FROM: z.string().regex(/@/),
  /** Tokens go there: over TLS, or not beyond this machine. */
  SIGN_IN_URL: z.url().regex(/^(https:|http:\/\/127\.0\.0\.1:)/),
  CLIENT_ID: z.string().min(1),
  WEB_URL: z.url(),
  /** Which the front door may show, with a space between; a shorter one could be guessed. */
  FRONT_DOOR_KEYS: z.string().regex(/^[0-9A-Za-z]{32,}( [0-9A-Za-z]{32,})*$/),
};

/**
 * One setting, when it is used: each function is given only those it needs.
 * A missing or malformed one is a mistake of the deployment and stops the function at its first call.
 */
export const setting = (name: Setting): string => {
  const read = SETTINGS[name].safeParse(process.env[name]);
  if (!read.success) throw new Error(`${name}: ${z.prettifyError(read.error)}`);
  return read.data;
};
