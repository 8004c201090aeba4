// In which words does the web speak? `words.inbox` are those of the inbox, in the language of this page, and a screen that
// names them brings them along. To take subjects out of `words` (`const { inbox } = words`) would bring along all of them.
export { LANGUAGES, type Language, language, speak } from './language.ts';
export * as words from './spoken.ts';
