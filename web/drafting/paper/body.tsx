// Where is the body of a document written? On the paper itself: what is typed is the blocks, with their numbers.
import { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { type KeyboardEvent, memo, useEffect, useEffectEvent, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Block } from '../../../functions/domain/content/block.ts';
import { barCovers } from '../../parts/bar-height.ts';
import { words } from '../../words/words.ts';
import { type Caret, lettersIn } from '../desk/printed-place.ts';
import { Find } from '../tools/find.ts';
import { type Asked, FindBar } from '../tools/find-bar.tsx';
import { useFindKeys } from '../tools/find-keys.ts';
import { TableBar } from '../tools/table-bar.tsx';
import { Toolbar } from '../tools/toolbar.tsx';
import { PaperKeys } from './keys.ts';
import { Numbers } from './numbers.ts';
import { PAGE_MARKS, type PageMark, PageMarks } from './page-marks.ts';
import styles from './paper.module.css';
import { blocksOf, pageOf, remember } from './paper-blocks.ts';
import { PAPER_SCHEMA } from './paper-schema.ts';
import { Paste } from './paste.ts';
import { PasteNotes } from './paste-notes.tsx';
import { putBlocks } from './put-blocks.ts';
import { REMARKS, type Remark, Remarks } from './remarks.ts';

/** In pixels, a line and a half: who writes sees what follows. */
const NEXT_LINE = 36;

/** In pixels: above it lies the bar of the paper, below it, on a phone, that of the desk, as high as it is then. */
const CARET_ROOM = {
  top: 80,
  right: 0,
  get bottom() {
    return barCovers() + NEXT_LINE;
  },
  left: 0,
};

const caretIn = ({ doc, selection: { $head } }: EditorState): Caret => {
  const block = $head.index(0);
  return { block, letters: lettersIn(doc.textBetween($head.posAtIndex(block, 0), $head.pos)) };
};

const openEditor = (blocks: Block[], label: string): Editor => {
  const editor = new Editor({
    element: null,
    extensions: [...PAPER_SCHEMA, PaperKeys, Paste, Numbers, Remarks, PageMarks, Find],
    content: pageOf(blocks),
    // The content security policy refuses it; ours is in the style sheet.
    injectCSS: false,
    enableCoreExtensions: { delete: false, drop: false, paste: false, textDirection: false },
    editorProps: {
      scrollThreshold: CARET_ROOM,
      scrollMargin: CARET_ROOM,
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-description': `${words.editor.keys} ${words.tools.tableKeys}`,
        spellcheck: 'false',
      },
    },
  });
  remember(editor.state.doc, blocks);
  return editor;
};

/**
 * `change` hears of every key. Blocks that come from elsewhere, such as a fix, are put on the paper and can be undone.
 * `jump` names the block to go to; a new object goes there again. `onCaret` hears where somebody writes. `tools`
 * is where its presses stand, null until that is there.
 */
export const Body = memo(
  ({
    blocks,
    label,
    change,
    remarks,
    pageMarks,
    jump,
    onCaret,
    tools,
  }: {
    blocks: Block[];
    label: string;
    change: (blocks: Block[]) => void;
    remarks: Remark[];
    pageMarks: PageMark[];
    jump: { at: number } | null;
    onCaret: (caret: Caret) => void;
    tools: HTMLElement | null;
  }) => {
    const [editor] = useState(() => openEditor(blocks, label));
    const place = useRef<HTMLDivElement>(null);
    /** What the paper itself has said is no news to it, even when it comes back late. */
    const told = useRef(new WeakSet<Block[]>([blocks]));
    const tell = useEffectEvent(() => {
      const now = blocksOf(editor.state.doc);
      told.current.add(now);
      change(now);
    });
    const tellCaret = useEffectEvent(() => {
      if (editor.isFocused) onCaret(caretIn(editor.state));
    });
    useEffect(() => {
      if (!place.current) return;
      editor.mount(place.current);
      const hear = () => tell();
      const hearCaret = () => tellCaret();
      editor.on('update', hear);
      editor.on('selectionUpdate', hearCaret);
      return () => {
        editor.off('update', hear);
        editor.off('selectionUpdate', hearCaret);
        editor.unmount();
      };
    }, [editor]);
    useEffect(() => {
      if (told.current.has(blocks)) return;
      told.current.add(blocks);
      putBlocks(editor, blocks);
    }, [editor, blocks]);
    useEffect(() => {
      editor.view.dispatch(
        editor.state.tr.setMeta(REMARKS, remarks).setMeta('addToHistory', false),
      );
    }, [editor, remarks]);
    useEffect(() => {
      editor.view.dispatch(
        editor.state.tr.setMeta(PAGE_MARKS, pageMarks).setMeta('addToHistory', false),
      );
    }, [editor, pageMarks]);
    useEffect(() => {
      if (!jump) return;
      const at = Math.min(jump.at, editor.state.doc.childCount - 1);
      const from = editor.state.doc.resolve(0).posAtIndex(at, 0);
      editor
        .chain()
        .setTextSelection(from + 1)
        .focus(null, { scrollIntoView: true })
        .run();
      (editor.view.nodeDOM(from) as Element | null)?.scrollIntoView({ block: 'center' });
    }, [editor, jump]);
    const [asked, ask] = useState<Asked | null>(null);
    useFindKeys(place, ask);
    const bars = useRef<HTMLDivElement>(null);
    const page = useRef<HTMLDivElement>(null);
    /** The tools of the table before those of all words. */
    const goToTools = (event: KeyboardEvent) => {
      if (event.key !== 'F10' || !event.altKey) return;
      event.preventDefault();
      const bar = page.current?.querySelector('[role="toolbar"]:not([data-away])') ?? bars.current;
      bar?.querySelector<HTMLElement>('[data-tool][tabindex="0"]')?.focus();
    };
    return (
      <>
        {tools &&
          createPortal(
            <div ref={bars} className={styles.bars}>
              <Toolbar
                editor={editor}
                label={label}
                find={() => ask({ field: 'wanted' })}
                className={styles.toolbar}
              />
              {asked && <FindBar editor={editor} asked={asked} ask={ask} />}
            </div>,
            tools,
          )}
        <PasteNotes editor={editor} />
        <div ref={page} className={styles.page}>
          <TableBar editor={editor} ceiling={bars} />
          {/* biome-ignore lint/a11y/noStaticElementInteractions: what is written in it hears the key first. */}
          <div ref={place} className={styles.body} onKeyDown={goToTools} />
        </div>
      </>
    );
  },
);
