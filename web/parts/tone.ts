// What may a colour mean? One of five things (`data-tone` in theme.css); each has its icon, so that nobody depends on colours.
import { DoneIcon, type Icon, InfoIcon, StopIcon, WarnIcon } from './icons.tsx';

export type Tone = 'quiet' | 'house' | 'good' | 'warn' | 'bad';

export const ICON_OF: Record<Tone, Icon> = {
  quiet: InfoIcon,
  house: InfoIcon,
  good: DoneIcon,
  warn: WarnIcon,
  bad: StopIcon,
};
