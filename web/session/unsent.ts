// What has been typed on this page and is kept nowhere else? A reload would lose it.

/** What stood in a field when somebody came to it. */
const before = new WeakMap<Element, string>();

type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (place: EventTarget | null): place is Field =>
  place instanceof HTMLTextAreaElement ||
  (place instanceof HTMLInputElement && !['checkbox', 'radio', 'file'].includes(place.type));

/** A draft is kept as it is typed (`drafting/keeping`), and what is searched for stands in the address. */
const isKept = (field: Field): boolean =>
  field.type === 'search' || field.closest('[data-kept], [role=search]') !== null;

export const watchTyping = (): void => {
  addEventListener('focusin', ({ target }) => {
    if (isField(target) && !before.has(target)) before.set(target, target.value);
  });
};

/** The first field whose words would be lost. */
export const unsentField = (): HTMLElement | null =>
  [...document.querySelectorAll<Field>('input, textarea')].find(
    (field) =>
      isField(field) &&
      !isKept(field) &&
      field.value.trim() !== '' &&
      before.has(field) &&
      before.get(field) !== field.value,
  ) ?? null;
