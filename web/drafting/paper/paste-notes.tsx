// What of the last paste is not on the paper, or stands there otherwise? Told in one note, until it has been read.
import { List } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Notice } from '../../parts/notice.tsx';
import { words } from '../../words/words.ts';
import { Message } from '../desk/messages.tsx';
import styles from './paper.module.css';
import { closePasteNotes, pasteNotes } from './paste.ts';

const { pasted } = words.editor;

export const PasteNotes = ({ editor }: { editor: Editor }) => {
  const notes = useEditorState({
    editor,
    selector: ({ editor: { state } }) => pasteNotes(state),
  });
  return (
    <div role="status" className={styles.notes}>
      {notes.length > 0 && (
        <Message kind="pasted" text={pasted.title}>
          <Notice
            tone="warn"
            role="alert"
            title={pasted.title}
            close={() => closePasteNotes(editor.view)}
          >
            <List size="sm">
              {notes.map((note) => (
                <List.Item key={note}>{pasted.notes[note]}</List.Item>
              ))}
            </List>
          </Notice>
        </Message>
      )}
    </div>
  );
};
