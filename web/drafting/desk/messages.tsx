// What has the desk to say, wherever one has scrolled to? The most important beside the presses, and the way to each.
import { Button, Menu } from '@mantine/core';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { WarnIcon } from '../../parts/icons.tsx';
import { words } from '../../words/words.ts';
import styles from './messages.module.css';
import { foremostFirst, type MessageKind } from './messages-in-order.ts';

const said = words.editor.messages;

type Told = { kind: MessageKind; text: string; place: HTMLElement };
type Tell = (kind: MessageKind, told: Told | null) => void;

const Telling = createContext<Tell>(() => {});
const ToldNow = createContext<Told[]>([]);

/** Holds what is told at present by the messages within. */
export const Messages = ({ children }: { children: ReactNode }) => {
  const [told, setTold] = useState<ReadonlyMap<MessageKind, Told>>(new Map());
  const tell = useCallback<Tell>(
    (kind, message) =>
      setTold((before) => {
        const now = new Map(before);
        if (message) now.set(kind, message);
        else now.delete(kind);
        return now;
      }),
    [],
  );
  const inOrder = useMemo(() => foremostFirst([...told.values()]), [told]);
  return (
    <Telling value={tell}>
      <ToldNow value={inOrder}>{children}</ToldNow>
    </Telling>
  );
};

/** Stands where it belongs, and is told in the line of messages as `text` for as long as it is there. */
export const Message = ({
  kind,
  text,
  children,
}: {
  kind: MessageKind;
  text: string;
  children: ReactNode;
}) => {
  const tell = useContext(Telling);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    tell(kind, { kind, text, place: place.current });
    return () => tell(kind, null);
  }, [tell, kind, text]);
  return (
    <div ref={place} tabIndex={-1} className={styles.message}>
      {children}
    </div>
  );
};

/** `show` brings the paper to the front where something else is seen in its place, as on a phone. */
export const MessageLine = ({ show }: { show: () => void }) => {
  const [first, ...others] = useContext(ToldNow);
  if (!first) return null;
  const go = ({ place }: Told) => {
    if (place.getClientRects().length === 0) flushSync(show);
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'start' });
  };
  return (
    <div className={styles.line} data-told>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<WarnIcon />}
        classNames={{ root: styles.first ?? '', label: styles.text ?? '' }}
        onClick={() => go(first)}
        rightSection={<span aria-hidden="true">›</span>}
      >
        {first.text}
      </Button>
      {others.length > 0 && (
        <Menu position="bottom-end" returnFocus={false}>
          <Menu.Target>
            <Button
              variant="default"
              size="compact-sm"
              className={styles.others ?? ''}
              aria-label={said.others(others.length)}
            >
              +{others.length}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((each) => (
              <Menu.Item key={each.kind} onClick={() => go(each)}>
                {each.text}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
};
