// How does one get to a place in the content? By the names that the fields of the desk bear; a block of the text by its order.
import type { Path } from '../../../functions/domain/content/finding.ts';

/** The field of a path, or the nearest within or around it. */
const fieldOf = (path: Path): HTMLElement | undefined => {
  if (path.length === 0) return;
  const at = path.join('.');
  const fields = [...document.querySelectorAll<HTMLElement>('[name]')];
  return (
    fields.find((each) => `${each.getAttribute('name')}.`.startsWith(`${at}.`)) ??
    fieldOf(path.slice(0, -1))
  );
};

export const goToField = (path: Path): void => {
  const field = fieldOf(path);
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
};

/** The blocks of the text as they stand on the paper. */
export const blocksOnPaper = (): HTMLCollection | undefined =>
  document.querySelector('[data-paper] [role=textbox][aria-multiline]')?.children;

/** What on the paper a path is about, whatever is folded away left out. */
export const elementOf = (path: Path): Element | undefined => {
  const [part, at] = path;
  const found =
    part === 'blocks' ? blocksOnPaper()?.[typeof at === 'number' ? at : 0] : fieldOf(path);
  return found?.closest('details:not([open])') ?? found;
};

/** On a phone something else may lie in its place. */
export const isPaperSeen = (): boolean =>
  (document.querySelector('[data-paper] article')?.getClientRects().length ?? 0) > 0;
