// How is a bar of tools gone through? It is one stop of Tab, and arrows lead from tool to tool (the toolbar of WAI-ARIA's
// patterns); what has no room stands behind `more`, with its name.
import { Menu, Tooltip } from '@mantine/core';
import {
  type ComponentProps,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { words } from '../../words/words.ts';
import { CheckIcon, DotsIcon, DownIcon } from '../icons.tsx';
import { type Choice, keyShortcut, nameWithKeys, type Press, type Tool } from './tool.ts';
import styles from './tool-bar.module.css';

/** From which tool on there is no room: the row wraps, and one line of it is shown. */
const useRoom = (row: RefObject<HTMLDivElement | null>, count: number): number => {
  const [room, setRoom] = useState(count);
  useEffect(() => {
    const tools = row.current;
    if (tools === null) return;
    const look = () => {
      const all = Array.from(tools.children, (each) => (each as HTMLElement).offsetTop);
      const at = all.findIndex((top) => top > (all[0] ?? 0));
      setRoom(at === -1 ? all.length : at);
    };
    const watch = new ResizeObserver(look);
    watch.observe(tools);
    look();
    return () => watch.disconnect();
  }, [row]);
  return room;
};

/** Names where one points or comes by key; a finger finds them behind `more`. */
const NAMED = { hover: true, focus: true, touch: false };

/** The words in the text stay marked under the pointer. */
const keepPlace = (event: { preventDefault: () => void }) => event.preventDefault();

type Stop = { tabIndex: 0 | -1; isHidden: boolean };

const PressTool = ({ press, tabIndex, isHidden }: { press: Press } & Stop) => {
  const { id, name, keys, isOn, isOff, begins, act, icon: Sign } = press;
  return (
    <Tooltip label={nameWithKeys(name, keys)} events={NAMED}>
      <button
        type="button"
        className={styles.tool}
        data-tool={id}
        data-begins={begins || undefined}
        data-hidden={isHidden || undefined}
        tabIndex={tabIndex}
        aria-label={name}
        aria-keyshortcuts={keyShortcut(keys)}
        aria-pressed={isOn}
        aria-disabled={isOff || undefined}
        onMouseDown={keepPlace}
        onClick={isOff ? undefined : act}
      >
        <Sign />
      </button>
    </Tooltip>
  );
};

const Lines = ({ lines }: { lines: { id: string; press: LineProps }[] }) =>
  lines.map(({ id, press: { name, keys, isOn, isOff, icon: Sign, act } }) => (
    <Menu.Item
      key={id}
      disabled={isOff ?? false}
      aria-current={isOn || undefined}
      leftSection={isOn ? <CheckIcon /> : Sign && <Sign />}
      rightSection={keys && <span className={styles.keys}>{keys}</span>}
      onClick={act}
    >
      {name}
    </Menu.Item>
  ));
type LineProps = Pick<Press, 'name' | 'keys' | 'isOn' | 'isOff' | 'act'> &
  Partial<Pick<Press, 'icon'>>;

const linesOfChoice = ({ choices, value, choose }: Choice) =>
  choices.map(({ value: each, name, keys }) => ({
    id: each,
    press: { name, keys, isOn: each === value, act: () => choose(each) },
  }));

/** The focus goes where the press leads, such as back into the text. */
const MENU = { returnFocus: false, shadow: 'md', withinPortal: true } as const;

const ChoiceTool = ({ choice, tabIndex, isHidden }: { choice: Choice } & Stop) => {
  const { id, name, now, isOff, begins } = choice;
  return (
    <Menu {...MENU} position="bottom-start" disabled={isOff ?? false}>
      <Menu.Target>
        <button
          type="button"
          className={`${styles.tool} ${styles.choice}`}
          data-tool={id}
          data-begins={begins || undefined}
          data-hidden={isHidden || undefined}
          tabIndex={tabIndex}
          aria-label={`${name}: ${now}`}
          title={name}
          aria-disabled={isOff || undefined}
          onMouseDown={keepPlace}
        >
          <span>{now}</span>
          <DownIcon />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        <Lines lines={linesOfChoice(choice)} />
      </Menu.Dropdown>
    </Menu>
  );
};

const More = ({ tools, tabIndex }: { tools: Tool[]; tabIndex: 0 | -1 }) => (
  <Menu {...MENU} position="bottom-end">
    <Menu.Target>
      <button
        type="button"
        className={styles.tool}
        data-tool="more"
        data-hidden={tools.length === 0 || undefined}
        tabIndex={tabIndex}
        aria-label={words.tools.more}
        title={words.tools.more}
        onMouseDown={keepPlace}
      >
        <DotsIcon />
      </button>
    </Menu.Target>
    <Menu.Dropdown className={styles.menu}>
      {tools.map((tool) => (
        <Lines
          key={tool.id}
          lines={tool.kind === 'press' ? [{ id: tool.id, press: tool }] : linesOfChoice(tool)}
        />
      ))}
    </Menu.Dropdown>
  </Menu>
);

const toolsIn = (bar: HTMLElement): HTMLElement[] =>
  Array.from(bar.querySelectorAll<HTMLElement>('[data-tool]:not([data-hidden])'));

/** Where each key leads from the tool at `at`, of so many; null: nowhere. */
const onward = (key: string, at: number, count: number): number | null => {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
};

/** `leave` is where Escape leads: back to what the tools work on. */
export const ToolBar = ({
  label,
  tools,
  leave,
  className = '',
  ...bar
}: {
  label: string;
  tools: Tool[];
  leave: () => void;
} & Omit<ComponentProps<'div'>, 'role' | 'children'>) => {
  const row = useRef<HTMLDivElement>(null);
  const onBar = tools.filter((tool) => tool.kind === 'choice' || !tool.isRare);
  const room = useRoom(row, onBar.length);
  const [here, stand] = useState<string | null>(null);
  const shown = onBar.slice(0, room);
  const behind = [...onBar.slice(room), ...tools.filter((tool) => !onBar.includes(tool))];
  const isThere = shown.some(({ id }) => id === here) || (here === 'more' && behind.length > 0);
  const stop = isThere ? here : shown[0]?.id;
  const tabIndexOf = (id: string) => (id === stop ? 0 : -1);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const all = toolsIn(event.currentTarget);
    const at = all.indexOf(event.target as HTMLElement);
    if (at === -1) return;
    if (event.key === 'Escape') leave();
    const next = onward(event.key, at, all.length);
    if (event.key !== 'Escape' && next === null) return;
    event.preventDefault();
    if (next !== null) all[next]?.focus();
  };
  return (
    <div
      {...bar}
      role="toolbar"
      aria-label={label}
      className={`${styles.bar} ${className}`}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const tool = target.getAttribute('data-tool');
        if (tool) stand(tool);
      }}
    >
      <div ref={row} className={styles.row}>
        {onBar.map((tool, at) =>
          tool.kind === 'press' ? (
            <PressTool
              key={tool.id}
              press={tool}
              tabIndex={tabIndexOf(tool.id)}
              isHidden={at >= room}
            />
          ) : (
            <ChoiceTool
              key={tool.id}
              choice={tool}
              tabIndex={tabIndexOf(tool.id)}
              isHidden={at >= room}
            />
          ),
        )}
      </div>
      <More tools={behind} tabIndex={tabIndexOf('more')} />
    </div>
  );
};
