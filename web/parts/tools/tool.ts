// What is a tool of a bar? A press with an icon, a name and a key, or a choice of one thing among several.
import type { Icon } from '../icons.tsx';

/** `Ctrl+Alt+1`, as people read it and as it stands on the keyboard. */
export type Keys = string;

export type Press = {
  kind: 'press';
  id: string;
  name: string;
  icon: Icon;
  keys?: Keys | undefined;
  /** Of a press that stays down. */
  isOn?: boolean;
  /** It has nothing to do here; it keeps its place and its name. */
  isOff?: boolean;
  /** Seldom wanted: it stands behind `more`, however wide the bar is. */
  isRare?: boolean;
  /** Others of its kind stand before it. */
  begins?: boolean;
  act: () => void;
};

export type Choice = {
  kind: 'choice';
  id: string;
  name: string;
  /** What is chosen, as it stands on the bar. */
  now: string;
  value: string | null;
  choices: { value: string; name: string; keys?: Keys | undefined }[];
  isOff?: boolean;
  begins?: boolean;
  choose: (value: string) => void;
};

export type Tool = Press | Choice;

const KEY_NAMES: Readonly<Record<string, string>> = {
  Ctrl: 'Control',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
};

/** As `aria-keyshortcuts` wants it (WAI-ARIA 1.2): `Control+Alt+1`. */
export const keyShortcut = (keys: Keys | undefined): string | undefined =>
  keys
    ?.split('+')
    .map((key) => KEY_NAMES[key] ?? key)
    .join('+');

export const nameWithKeys = (name: string, keys: Keys | undefined): string =>
  keys ? `${name} (${keys})` : name;
