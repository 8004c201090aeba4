// In which language does this page speak? Vietnamese is the first.
import type * as vi from './vi.ts';

/** A language stands in a file's name, in a finding's sentences, and at the top of the page. */
export const LANGUAGES = { vi: 'Tiếng Việt', en: 'English' } as const;
export type Language = keyof typeof LANGUAGES;

const KEPT_AS = 'language';

/** Vietnamese, unless this browser was told otherwise. */
export const language: Language = localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'vi';

/** Whoever reads Vietnamese does not wait for English, which comes whole: its readers are few. */
export const english: typeof vi | null = language === 'en' ? await import('./en.ts') : null;

/** Words are chosen once, when a page begins. */
export const speak = (chosen: Language): void => {
  localStorage.setItem(KEPT_AS, chosen);
  location.reload();
};
