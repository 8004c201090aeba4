// What of the last paste is not on the paper, or stands there otherwise? Told until it has been read.
import { Alert, List } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { words } from '../../words/words.ts';
import styles from './paper.module.css';
import { PASTE_NOTES } from './paste.ts';

const { pasted } = words.editor;

export const PasteNotes = ({ editor }: { editor: Editor }) => {
  const notes = useEditorState({
    editor,
    selector: ({ editor: { state } }) => PASTE_NOTES.getState(state) ?? [],
  });
  const close = () => editor.view.dispatch(editor.state.tr.setMeta(PASTE_NOTES, []));
  return (
    <div role="status" className={styles.notes}>
      {notes.length > 0 && (
        <Alert
          color="orange"
          title={pasted.title}
          withCloseButton
          closeButtonLabel={pasted.close}
          onClose={close}
        >
          <List size="sm">
            {notes.map((note) => (
              <List.Item key={note}>{pasted.notes[note]}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
};
