// Does each layout still print what it printed when it was the newest? To the byte: people have decided on those pages.
import { describe, expect, test } from 'vitest';
import { LAYOUTS } from '../../../functions/document/layouts.ts';
import { renderPdf } from '../../../functions/document/render-pdf.ts';
import { sha256 } from '../../../functions/domain/canonical-hash.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { randomReport, reportWithMergedCells } from '../../support/random-report.ts';
import { seedReport } from '../../support/seed-report.ts';

const ISSUING = { number: 118, date: '2026-11-22' };

/** A report as most are; one with tables, articles and styled runs; one with merged cells; one with all that most do without. */
const PAPERS: Record<string, ReportContent> = {
  usual: seedReport,
  long: randomReport(7, 40),
  merged: reportWithMergedCells(11, 60),
  full: {
    ...seedReport,
    urgency: 'urgent',
    circulation: 'internal',
    appendices: [{ title: 'Danh mục', blocks: seedReport.blocks.slice(0, 3) }],
    drafterMark: { initials: 'pl', copies: 3 },
    contactLine: 'Địa chỉ: thị trấn Phố Châu',
  },
};

/** SHA-256 of each paper, blank and issued. A hash that stands here is never changed: what differs from it is another layout. */
const PRINTED: Record<number, Record<string, readonly [blank: string, issued: string]>> = {
  4: {
    usual: [
      'fc0e82a034a8a7d3fc82378fad801410a8b881fb7e19f5cbbec12bd54cb9d0de',
      'a267881a96bcaa22f48247e9fe5a3c535b74b82500f36c7e4a615195256ac852',
    ],
    long: [
      '840c57c042b7f113a84cf1d9598c2430bf3157955c55e825c35e5a4709ebdf1a',
      '04b61d6fef091d1453233d621b1f59e8508c41ec20cff9151292092cf181947d',
    ],
    merged: [
      '5c1c3d86fe561978363e573178a3f21eb0b433761c76aa80cd943f12c8ebee90',
      '0219297650c9eeec3bb65ddbc9c687732750d609a399db5fd5c2054319d20f97',
    ],
    full: [
      '417ed5915275e2b7ed98cd78a0626b5df93d3b95795755e68b00aacb1d180593',
      '89b2751ef8f405bd44c57fa4dec2051e7a537b2313ba4debcfc93c6d3122fb75',
    ],
  },
};

/** Where these hashes were taken and the deployed renderer runs; elsewhere the bytes have not been shown to be the same. */
const isHome = process.platform === 'linux' && process.arch === 'x64';

describe('a layout', () => {
  test('is kept under the newest version, and each that is kept has its pages here', () => {
    expect(Object.keys(LAYOUTS.kept)).toContain(`${LAYOUTS.newest}`);
    expect(Object.keys(LAYOUTS.kept).filter((version) => !(version in PRINTED))).toEqual([]);
    expect(Math.max(...Object.keys(PRINTED).map(Number))).toBe(LAYOUTS.newest);
  });

  const papers = Object.entries(LAYOUTS.kept).flatMap(([version, layout]) =>
    Object.entries(PAPERS).map(([name, content]) => ({ version, layout, name, content })),
  );
  test.runIf(isHome).each(papers)(
    'of version $version prints the $name paper as ever',
    ({ version, layout, name, content }) => {
      const printed = [null, ISSUING].map((issuing) => sha256(renderPdf(content, issuing, layout)));
      expect(
        printed,
        'This moves ink: give it a version of its own (functions/document/README.md).',
      ).toEqual(PRINTED[Number(version)]?.[name]);
    },
  );
});
