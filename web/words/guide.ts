// What does the guide say, in the language of this browser? Fetched by whoever opens it.
import { language } from './words.ts';

export const { guide } = await (language === 'en'
  ? import('./en/guide.ts')
  : import('./vi/guide.ts'));
