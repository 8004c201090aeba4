// How is a view cut from a thing that has more? By the view's own schema: what it names is shown, and nothing else.
import type { z } from '@hono/zod-openapi';
import type { Page } from '../../use-cases/ports.ts';

export const cutTo = <View extends z.ZodObject>(view: View) => {
  const cut = view.strip();
  return (thing: z.input<View>) => cut.parse(thing) as z.output<View>;
};

/** A page of things as a page of views. */
export const eachOf = <Thing, View>(
  viewOf: (thing: Thing) => View,
  { items, cursor }: Page<Thing>,
): Page<View> => ({ items: items.map((thing) => viewOf(thing)), cursor });
