// What do the clauses of Decree 30/2020 say, in the language of this browser? Fetched by whoever asks why.
import { language } from './words.ts';

export const { clauses } = await (language === 'en'
  ? import('./en/clauses.ts')
  : import('./vi/clauses.ts'));
