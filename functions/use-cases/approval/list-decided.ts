// What have I decided, and when?
import type { Decided } from '../../domain/workflow/decided.ts';
import type { Page, PageOf } from '../ports.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['submissions'] as const;

/** Latest first, whatever I am now. Refusal: cursor_invalid. */
export const listDecided = (
  { submissions }: WorldOf<typeof NEEDS>,
  { person }: Caller,
  page: PageOf,
): Promise<Page<Decided>> => submissions.decidedBy(person.id, page);
listDecided.needs = NEEDS;
