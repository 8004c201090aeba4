// Where is the body of a document written? On the paper itself: what is typed is the blocks, with their numbers.
import { Editor } from '@tiptap/core';
import { memo, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Block } from '../../../functions/domain/block.ts';
import { words } from '../../words/words.ts';
import { Keys } from './keys.ts';
import { Numbers } from './numbers.ts';
import styles from './paper.module.css';
import { blocksOf, pageOf, remember } from './paper-blocks.ts';
import { PAPER_SCHEMA } from './paper-schema.ts';
import { Paste } from './paste.ts';
import { PasteNotes } from './paste-notes.tsx';
import { putBlocks } from './put-blocks.ts';
import { REMARKS, type Remark, Remarks } from './remarks.ts';
import { Toolbar } from './toolbar.tsx';

const openEditor = (blocks: Block[], label: string): Editor => {
  const editor = new Editor({
    element: null,
    extensions: [...PAPER_SCHEMA, Keys, Paste, Numbers, Remarks],
    content: pageOf(blocks),
    // The content security policy refuses it; ours is in the style sheet.
    injectCSS: false,
    enableCoreExtensions: { delete: false, drop: false, paste: false, textDirection: false },
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-description': words.editor.keys,
        spellcheck: 'false',
      },
    },
  });
  remember(editor.state.doc, blocks);
  return editor;
};

/**
 * `change` hears of every key. Blocks that come from elsewhere, such as a fix, are put on the paper and can be undone.
 * `jump` names the block to go to; a new object goes there again.
 */
export const Body = memo(
  ({
    blocks,
    label,
    change,
    remarks,
    jump,
  }: {
    blocks: Block[];
    label: string;
    change: (blocks: Block[]) => void;
    remarks: Remark[];
    jump: { at: number } | null;
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
    useEffect(() => {
      if (!place.current) return;
      editor.mount(place.current);
      const hear = () => tell();
      editor.on('update', hear);
      return () => {
        editor.off('update', hear);
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
    return (
      <>
        <Toolbar editor={editor} label={label} />
        <PasteNotes editor={editor} />
        <div ref={place} className={styles.body} />
      </>
    );
  },
);
