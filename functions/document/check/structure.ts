// Is the body well built: something under each heading, a head row in each table, each appendix mentioned in the text?
import { type Block, plainText, textOf } from '../../domain/content/block.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import { passagesIn, replacing } from './passages.ts';
import { type Remark, type Rule, warns } from './rule.ts';

const RANKS = [
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'heading1',
  'heading2',
  'heading3',
];

const rankOf = (block: Block): number => {
  if (block.kind === 'division') return RANKS.indexOf(block.unit);
  if (block.kind === 'article') return RANKS.indexOf('article');
  return block.kind === 'heading' ? RANKS.indexOf(`heading${block.level}`) : -1;
};

/** Looks at the blocks of the body and of every appendix. */
const inBlocks = (
  content: ReportContent,
  look: (block: Block, index: number, blocks: readonly Block[]) => Omit<Remark, 'path'> | null,
): Remark[] =>
  [
    { root: ['blocks'], blocks: content.blocks },
    ...content.appendices.map(({ blocks }, index) => ({
      root: ['appendices', index, 'blocks'],
      blocks,
    })),
  ].flatMap(({ root, blocks }) =>
    blocks.flatMap((block, index) => {
      const remark = look(block, index, blocks);
      return remark ? [{ path: [...root, index], ...remark }] : [];
    }),
  );

/** An appendix of this document, not of a decree that is cited: `tại Phụ lục I Nghị định số …`. */
const APPENDIX =
  /(?:có|kèm theo|tại|xem)\s+(?:các\s+)?[Pp]hụ lục(?!(?:\s+(?:số\s+)?(?:[IVXLC]+|\d+))?,?\s+(?:(?:ban hành\s+)?kèm theo\s+)?(?:của|ban hành|Nghị|Thông|Luật|Quyết|Hướng|Công|Kế|Chỉ)(?!\p{L}))/u;
/** Nobody reads a heading of more than two lines. */
const LONG_HEADING = 200;
/** Of the width of the text, in percent: 11 mm less what stays free at its sides hold no word. */
const NARROW = 7;

export const STRUCTURE: readonly Rule[] = [
  warns('heading-level-skipped', (content) => {
    let level = 0;
    return inBlocks(content, (block) => {
      if (block.kind === 'division' || block.kind === 'article') level = 1;
      if (block.kind !== 'heading') return null;
      const skipped = block.level - level > 1 && level > 0;
      level = block.level;
      return skipped ? { vi: 'Đề mục bỏ qua một cấp.', en: 'The heading skips a level.' } : null;
    });
  }),
  warns('heading-over-nothing', (content) =>
    inBlocks(content, (block, index, blocks) => {
      const rank = rankOf(block);
      if (rank < 0) return null;
      const next = blocks
        .slice(index + 1)
        .find((other) => other.kind === 'table' || textOf(other).trim() !== '');
      const isOver = next !== undefined && (rankOf(next) < 0 || rankOf(next) > rank);
      // An article's title may be all of it.
      if (isOver || block.kind === 'article') return null;
      return {
        vi: 'Dưới đề mục này chưa có nội dung.',
        en: 'There is nothing below this heading.',
      };
    }),
  ),
  warns('heading-with-end-mark', (content) =>
    passagesIn(content).flatMap((passage) => {
      const mark = ['heading', 'division'].includes(passage.kind)
        ? /[.;:]\s*$/u.exec(passage.text)
        : null;
      return mark && !passage.text.endsWith('...')
        ? [
            {
              path: passage.path,
              vi: 'Tiêu đề không có dấu câu ở cuối.',
              en: 'A title ends without a mark.',
              fix: replacing(passage, mark.index, mark[0].length, ''),
            },
          ]
        : [];
    }),
  ),
  warns('heading-too-long', (content) =>
    inBlocks(content, (block) =>
      rankOf(block) >= 0 && textOf(block).length > LONG_HEADING
        ? {
            vi: 'Tiêu đề quá dài; nên chuyển thành khoản hoặc đoạn văn.',
            en: 'The title is too long; it might be a clause or a paragraph.',
          }
        : null,
    ),
  ),
  warns('two-schemes', ({ blocks }) => {
    const index = blocks.findIndex((block) => block.kind === 'heading' && block.level === 1);
    return index >= 0 && blocks.some(({ kind }) => kind === 'article')
      ? [
          {
            path: ['blocks', index],
            vi: 'Văn bản bố cục theo Điều không dùng đề mục I., II.',
            en: 'A document in articles has no headings I., II.',
          },
        ]
      : [];
  }),
  warns('lead-without-list', (content) =>
    inBlocks(content, (block, index, blocks) =>
      block.kind === 'label' &&
      !['bullet', 'clause', 'paragraph', 'table'].includes(blocks[index + 1]?.kind ?? '')
        ? { vi: 'Dưới dòng dẫn này chưa có nội dung.', en: 'Nothing follows this line.' }
        : null,
    ),
  ),
  warns('paragraph-in-bold', (content) =>
    inBlocks(content, (block) =>
      ['paragraph', 'clause', 'bullet'].includes(block.kind) &&
      'runs' in block &&
      textOf(block).trim() !== '' &&
      block.runs.every(({ text, bold }) => bold || text.trim() === '')
        ? {
            vi: 'Cả đoạn in đậm; nếu là đề mục, chọn loại đề mục.',
            en: 'The whole paragraph is bold; a heading has a kind of its own.',
          }
        : null,
    ),
  ),
  warns('table-without-header', (content) =>
    inBlocks(content, (block) =>
      block.kind === 'table' && block.headerRows === 0 && block.rows.length > 2
        ? { vi: 'Bảng chưa có hàng tiêu đề.', en: 'The table has no header row.' }
        : null,
    ),
  ),
  warns('table-row-empty', (content) =>
    inBlocks(content, (block) =>
      block.kind === 'table' &&
      block.rows.some((row) => row.every((cell) => plainText(cell).trim() === ''))
        ? { vi: 'Bảng có hàng trống.', en: 'The table has an empty row.' }
        : null,
    ),
  ),
  warns('table-column-narrow', (content) =>
    inBlocks(content, (block) => {
      if (block.kind !== 'table') return null;
      const shares = block.columns.reduce((sum, { share }) => sum + share, 0);
      return block.columns.some(({ share }) => (share / shares) * 100 < NARROW)
        ? { vi: 'Bảng có cột quá hẹp.', en: 'The table has a column that is too narrow.' }
        : null;
    }),
  ),
  warns('appendix-unmentioned', (content) =>
    content.appendices.length > 0 &&
    !/phụ lục|kèm theo|đính kèm/iu.test(content.blocks.map(textOf).join(' '))
      ? [
          {
            path: ['appendices'],
            vi: 'Nội dung chưa có chỉ dẫn về phụ lục kèm theo.',
            en: 'The body does not speak of its appendices.',
          },
        ]
      : [],
  ),
  warns('appendix-wanting', (content) => {
    if (content.appendices.length > 0) return [];
    return passagesIn(content)
      .filter(({ path }) => path[0] === 'blocks')
      .filter(({ text }) => APPENDIX.test(text))
      .map(({ path }) => ({
        path,
        vi: 'Nội dung nhắc đến phụ lục nhưng văn bản không có phụ lục.',
        en: 'The body speaks of an appendix that is not there.',
      }));
  }),
];
