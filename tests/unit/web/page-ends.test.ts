// Is it known where each printed page begins in the text, and whether the signature stands alone?
import { describe, expect, test } from 'vitest';
import { type Block, runsOf } from '../../../functions/domain/content/block.ts';
import { pageEndsIn } from '../../../web/drafting/desk/page-ends.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: runsOf(text) });
const heading = (text: string): Block => ({ kind: 'heading', level: 1, runs: runsOf(text) });
const line = (text: string) => ({ text, top: 0.5 });

const BLOCKS = [heading('Kết quả'), paragraph('Đã ban hành 3 văn bản.'), heading('Phương hướng')];
const FOOT = [line('Nơi nhận:'), line('- Như trên;'), line('TM. ỦY BAN'), line('Lê Văn Bình')];

describe('the printed pages on the desk', () => {
  test('begin within a block, behind the letters that still stand on the page before', () => {
    const pages = [
      [line('BÁO CÁO'), line('I. KẾT QUẢ'), line('Đã ban')],
      [line('hành 3 văn bản.'), line('II. PHƯƠNG HƯỚNG'), ...FOOT],
    ];

    expect(pageEndsIn(BLOCKS, 'Lê Văn Bình', pages)).toEqual({
      pages: 2,
      starts: [{ page: 2, block: 1, letters: 5 }],
      foot: 2,
      isFootAlone: false,
    });
  });

  test('begin with a block, whose number is no letter of it', () => {
    const pages = [
      [line('I. KẾT QUẢ'), line('Đã ban hành 3 văn bản.')],
      [line('II. PHƯƠNG HƯỚNG'), ...FOOT],
    ];

    expect(pageEndsIn(BLOCKS, 'Lê Văn Bình', pages).starts).toEqual([
      { page: 2, block: 2, letters: 0 },
    ]);
  });

  test('tell when nothing of the text stands on the page of the signature, whatever follows it', () => {
    const pages = [
      [line('I. KẾT QUẢ'), line('Đã ban hành 3 văn bản.'), line('II. PHƯƠNG HƯỚNG')],
      FOOT,
      [line('PHỤ LỤC I')],
    ];

    expect(pageEndsIn(BLOCKS, 'Lê Văn Bình', pages)).toEqual({
      pages: 3,
      starts: [],
      foot: 2,
      isFootAlone: true,
    });
  });

  test('have no signature where nobody is named, and no text where nothing is written', () => {
    expect(pageEndsIn([paragraph('')], '', [[line('BÁO CÁO'), ...FOOT]])).toEqual({
      pages: 1,
      starts: [],
      foot: null,
      isFootAlone: false,
    });
  });
});
