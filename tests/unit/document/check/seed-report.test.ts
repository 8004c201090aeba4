// What does the check say of the model document, and of documents of any other kind?
import { expect, test } from 'vitest';
import { checkReport } from '../../../../functions/document/check/check-report.ts';
import { applyFix } from '../../../../functions/domain/content/finding.ts';
import { ReportContent } from '../../../../functions/domain/content/report-content.ts';
import { randomReport } from '../../../support/random-report.ts';
import { seedReport } from '../../../support/seed-report.ts';
import { FACTS } from './sound-report.ts';

const findings = (content: ReportContent) => checkReport(content, FACTS);

test('the seed report has no error, and just the faults that a careful clerk marks in it', () => {
  expect(
    findings(seedReport).map(({ rule, severity, path }) => `${severity} ${rule} ${path.join('.')}`),
  ).toEqual([
    // Type and symbol of a cited document disagree.
    'warning cited-type-and-symbol-differ blocks.4',
    // Capitals that Annex II does not have, and one that it has.
    'warning unit-alone-in-capital blocks.7',
    'warning front-in-small-letters blocks.31',
    'warning phrase-in-capital blocks.3',
    'warning phrase-in-capital blocks.4',
    'warning phrase-in-capital blocks.35',
    'warning phrase-in-capital blocks.39',
    'warning capital-behind-comma subject',
    'warning capital-behind-comma blocks.7',
    'warning about-in-capital blocks.0',
    // Stray marks, and a doubled bullet.
    'warning space-before-mark blocks.5',
    'warning space-before-mark blocks.36',
    'warning mark-repeated blocks.11',
    'warning mark-repeated blocks.20',
    'warning bullet-typed blocks.4',
    // Abbreviations that are never written out.
    'warning abbreviation-unexplained blocks.6',
    'warning abbreviation-unexplained blocks.7',
    'warning abbreviation-in-subject subject',
    // Như trên, an addressee named again, and Lưu.
    'warning as-above-wanting recipients',
    'warning addressee-repeated recipients.1',
    'warning archive-in-other-form archive',
  ]);
});

test('pressing every fix leaves what only its author can mend', () => {
  let content = seedReport;
  for (let left = 60; left > 0; left -= 1) {
    const fix = findings(content).find((finding) => finding.fix)?.fix;
    if (!fix) break;
    content = ReportContent.parse(applyFix(content, fix));
  }

  expect(findings(content).map(({ rule }) => rule)).toEqual([
    'cited-type-and-symbol-differ',
    'abbreviation-unexplained',
    'abbreviation-unexplained',
    'abbreviation-in-subject',
  ]);
});

test.each([1, 2, 3, 4, 5])(
  'a document of random words is checked to the end, and mended too (%i)',
  (seed) => {
    let content = randomReport(seed, 60);
    for (let left = 40; left > 0; left -= 1) {
      const fix = findings(content).find((finding) => finding.fix)?.fix;
      if (!fix) break;
      content = ReportContent.parse(applyFix(content, fix));
    }

    expect(findings(content).every(({ path }) => path.length > 0)).toBe(true);
  },
);
