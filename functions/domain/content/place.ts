// Where on a page is something? A rectangle that the renderer finds and the signer fills.
import * as z from 'zod';

/** Pages count from 1, points from the page's top left corner. */
export const Place = z.strictObject({
  page: z.number().int().min(1),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});
export type Place = z.infer<typeof Place>;
