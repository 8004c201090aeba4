// What was this function told by its deployment? The one place that reads process.env.
import * as z from 'zod';

const Settings = z.object({
  TABLE_NAME: z.string().min(3),
  WORKING_BUCKET: z.string().min(3),
  SIGNED_BUCKET: z.string().min(3),
  STATE_MACHINE_ARN: z.string().regex(/^arn:[^:]+:states:[^:]+:\d+:stateMachine:[^:]+$/),
  RENDER_FUNCTION_NAME: z.string().min(1),
  MAIL_FROM: z.string().regex(/@/),
  WEB_URL: z.url(),
});

/**
 * One setting, when it is used: each function is given only those it needs.
 * A missing or malformed one is a mistake of the deployment and stops the function at its first call.
 */
export const setting = (name: keyof typeof Settings.shape): string => {
  const read = Settings.shape[name].safeParse(process.env[name]);
  if (!read.success) throw new Error(`${name}: ${z.prettifyError(read.error)}`);
  return read.data;
};
