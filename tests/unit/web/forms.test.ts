// Does every form say what is missing in the words of the screens, whatever language the browser speaks?
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { signInPage } from '../../../infra/local/sign-in/page.ts';

test('only the plain form is a form of the browser’s, and keeps its bubbles away', () => {
  const forms = globSync('web/**/*.tsx').filter((file) =>
    readFileSync(file, 'utf8').includes('<form'),
  );

  expect(forms).toEqual(['web/parts/plain-form.tsx']);
  expect(readFileSync('web/parts/plain-form.tsx', 'utf8')).toContain('noValidate');
});

test('the sign-in of one’s own machine answers in its own words', () => {
  const nobody = { people: [], work: new Map() };
  expect(signInPage('/sign-in', nobody, true).match(/<form[^>]*>/gu)).toEqual([
    '<form method="post" action="/sign-in" novalidate>',
  ]);
});
