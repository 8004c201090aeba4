// How is the drafter's paper tested without the rest of the system? In a real Chromium, with its schema, its keys and its pasting.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Block } from '../../functions/domain/content/block.ts';
import type { PasteNote } from '../../web/drafting/paper/pasted-lines.ts';
import type { TableStep } from '../../web/drafting/paper/table-shape.ts';
import type { Wanted } from '../../web/drafting/tools/find.ts';
import { borrowBrowser } from './browser.ts';

const PAPER = new URL('../../web/drafting/paper/', import.meta.url);

const ENTRY = `
import { Editor } from '@tiptap/core';
import { PaperKeys } from './keys.ts';
import { PAPER_SCHEMA } from './paper-schema.ts';
import { blocksOf, pageOf } from './paper-blocks.ts';
import { Paste, pasteNotes } from './paste.ts';
import { stepTable } from './table-steps.ts';
import * as finding from '../tools/find.ts';
export const open = (blocks) => {
  const editor = new Editor({
    element: document.body,
    extensions: [...PAPER_SCHEMA, PaperKeys, Paste, finding.Find],
    content: pageOf(blocks),
    injectCSS: false,
    enableCoreExtensions: { delete: false, drop: false, paste: false, textDirection: false },
  });
  return {
    editor,
    blocks: () => blocksOf(editor.state.doc),
    notes: () => pasteNotes(editor.state),
    step: (step) => stepTable(editor, step),
    finding,
  };
};`;

/** What lies on the clipboard. */
export type Copied = { html?: string; text?: string };
/** From where to where one has marked, each as block and words before it: `[2, 'Một ']`. */
export type Marked = [at: number, before: string];

type Alone = {
  editor: import('@tiptap/core').Editor;
  blocks: () => Block[];
  notes: () => PasteNote[];
  step: (step: TableStep) => boolean;
  finding: typeof import('../../web/drafting/tools/find.ts');
};
declare const paper: { open: (blocks: Block[]) => Alone };
declare let alone: Alone;

type Found = { at: number; count: number; words: string; marked: string[] };

export type PaperAlone = {
  /** A paper with these blocks, and one's place on it. */
  lay(blocks: Block[], from?: Marked, to?: Marked): Promise<void>;
  paste(copied: Copied): Promise<Block[]>;
  /** What of the last paste is not on the paper, or stands there otherwise. */
  notes(): Promise<PasteNote[]>;
  /** As pressed on the bar of tools. */
  step(step: TableStep): Promise<Block[]>;
  /** Which place one stands at, from 1, and of how many, with its words. */
  lookFor(wanted: Wanted | null): Promise<Found>;
  goOn(by: 1 | -1): Promise<Found>;
  replace(text: string, isAll?: boolean): Promise<Block[]>;
  /** What the clipboard gets of the whole paper. */
  copied(): Promise<string>;
  /** As pressed on the keyboard. */
  press(keys: string): Promise<Block[]>;
  type(text: string): Promise<Block[]>;
  page: Page;
  close(): Promise<void>;
};

export const openPaper = async (): Promise<PaperAlone> => {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: fileURLToPath(PAPER), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'paper',
    platform: 'browser',
  });
  const browser = await borrowBrowser();
  const page = await browser.newPage();
  const script = outputFiles[0]?.text ?? '';
  const said = () => page.evaluate(() => alone.blocks());
  const found = () =>
    page.evaluate(() => {
      const { state, view } = alone.editor;
      const { from, to } = state.selection;
      const marked = view.dom.querySelectorAll('[data-found]');
      return {
        ...alone.finding.foundIn(state),
        words: state.doc.textBetween(from, to),
        marked: Array.from(marked, ({ textContent }) => textContent),
      };
    });
  return {
    page,
    lay: async (blocks, from = [0, ''], to = from) => {
      await page.setContent('<!doctype html><style>.tiptap { white-space: pre-wrap }</style>');
      await page.addScriptTag({ content: script });
      await page.evaluate(
        ({ content, ends }) => {
          Object.assign(globalThis, { alone: paper.open(content) });
          const { editor } = alone;
          /** After the words: in the block itself, or in the first cell that has them. */
          const place = ([at, before]: Marked) => {
            const start = editor.state.doc.resolve(0).posAtIndex(at, 0);
            let found = start + 1 + before.length;
            editor.state.doc.child(at).descendants((node, inside) => {
              if (node.isText && node.text?.startsWith(before) && node.text !== '')
                found = start + 1 + inside + before.length;
            });
            return found;
          };
          const [one, other] = ends.map(place);
          editor.commands.setTextSelection({ from: one ?? 0, to: other ?? 0 });
          editor.view.focus();
        },
        { content: blocks, ends: [from, to] },
      );
    },
    paste: async (copied) => {
      await page.evaluate(({ html, text }) => {
        const clipboardData = new DataTransfer();
        if (html !== undefined) clipboardData.setData('text/html', html);
        if (text !== undefined) clipboardData.setData('text/plain', text);
        alone.editor.view.dom.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      }, copied);
      return said();
    },
    copied: () =>
      page.evaluate(() => {
        const { state, view } = alone.editor;
        return view.serializeForClipboard(state.doc.slice(0, state.doc.content.size)).dom.innerHTML;
      }),
    notes: () => page.evaluate(() => alone.notes()),
    step: async (step) => {
      await page.evaluate((each) => alone.step(each), step);
      return said();
    },
    lookFor: async (wanted) => {
      await page.evaluate((each) => alone.finding.lookFor(alone.editor, each), wanted);
      return found();
    },
    goOn: async (by) => {
      await page.evaluate((each) => alone.finding.goOn(alone.editor, each), by);
      return found();
    },
    replace: async (text, isAll = false) => {
      await page.evaluate(
        ([other, all]) => {
          const { replaceAll, replaceHere } = alone.finding;
          (all ? replaceAll : replaceHere)(alone.editor, other);
        },
        [text, isAll] as const,
      );
      return said();
    },
    press: async (keys) => {
      await page.keyboard.press(keys);
      return said();
    },
    type: async (text) => {
      await page.keyboard.type(text);
      return said();
    },
    close: () => page.close(),
  };
};
