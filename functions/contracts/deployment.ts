// Where is what was deployed? As the stacks say it of themselves, to whoever sets the system up.
import * as z from 'zod';

/** The output `Deployment` of the stack `web`, word for word. */
export const Deployment = z.strictObject({
  region: z.string().min(1),
  /** Names of the table and the user pool. */
  table: z.string().min(3),
  userPool: z.string().min(3),
  /** Where people find the app, and from which address its mail comes. */
  webUrl: z.url(),
  mailFrom: z.email(),
  /** Addresses of the servers that prove the time, in the order in which they are asked. */
  timestampServers: z.array(z.url()),
});
export type Deployment = z.infer<typeof Deployment>;

/** What the stack of one machine says of itself while it runs: where its AWS is, and by which keys one calls it. */
export const LocalDeployment = Deployment.extend({
  endpoint: z.url(),
  credentials: z.strictObject({ accessKeyId: z.string(), secretAccessKey: z.string() }),
});
export type LocalDeployment = z.infer<typeof LocalDeployment>;
