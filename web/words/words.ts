// In which words does the web speak? One catalogue per language, all of one shape; Vietnamese is the first.
import { vi } from './vi.ts';

export type Words = typeof vi;

/** A language stands in a file's name, in a finding's sentences, and at the top of the page. */
export const LANGUAGES = { vi: 'Tiếng Việt', en: 'English' } as const;
export type Language = keyof typeof LANGUAGES;

const KEPT_AS = 'language';

/** Vietnamese, unless this browser was told otherwise. */
export const language: Language = localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'vi';

/** Whoever reads Vietnamese does not wait for English. */
export const words: Words = language === 'en' ? (await import('./en.ts')).en : vi;

/** Words are chosen once, when a page begins. */
export const speak = (chosen: Language): void => {
  localStorage.setItem(KEPT_AS, chosen);
  location.reload();
};
