// Which pictures stand beside the words? One set, on a grid of 24, drawn in the colour of the words; never without a name.
//
// From Tabler Icons 3.52, outline (MIT licence, copyright 2020-2026 Pawel Kuna; tabler.io/icons), each as its path alone:
// the package has six thousand, of which these are used, and each would bring what draws it.
import type { ReactNode } from 'react';
import styles from './icons.module.css';

export type Icon = () => ReactNode;

/** What an icon says is said by the words beside it, or by the name of its press. */
const drawn =
  (path: string): Icon =>
  () => (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={styles.icon}
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );

/** `alert-triangle` */
export const WarnIcon = /* @__PURE__ */ drawn(
  'M12 9v4M10.363 3.591l-8.106 13.534a1.914 1.914 0 0 0 1.636 2.871h16.214a1.914 1.914 0 0 0 1.636 -2.87l-8.106 -13.536a1.914 1.914 0 0 0 -3.274 0M12 16h.01',
);
/** `circle-x` */
export const StopIcon = /* @__PURE__ */ drawn(
  'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M10 10l4 4m0 -4l-4 4',
);
/** `info-circle` */
export const InfoIcon = /* @__PURE__ */ drawn(
  'M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0M12 9h.01M11 12h1v4h1',
);
/** `zoom-in` */
export const LargerIcon = /* @__PURE__ */ drawn(
  'M3 10a7 7 0 1 0 14 0a7 7 0 1 0 -14 0M7 10l6 0M10 7l0 6M21 21l-6 -6',
);
/** `zoom-out` */
export const SmallerIcon = /* @__PURE__ */ drawn(
  'M3 10a7 7 0 1 0 14 0a7 7 0 1 0 -14 0M7 10l6 0M21 21l-6 -6',
);
/** `circle-check` */
export const DoneIcon = /* @__PURE__ */ drawn('M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M9 12l2 2l4 -4');
/** `check` */
export const CheckIcon = /* @__PURE__ */ drawn('M5 12l5 5l10 -10');
/** `clock` */
export const ClockIcon = /* @__PURE__ */ drawn('M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0M12 7v5l3 3');
/** `pencil` */
export const PenIcon = /* @__PURE__ */ drawn(
  'M4 20h4l10.5 -10.5a2.828 2.828 0 1 0 -4 -4l-10.5 10.5v4M13.5 6.5l4 4',
);
/** `rubber-stamp` */
export const SealIcon = /* @__PURE__ */ drawn(
  'M21 17.85h-18c0 -4.05 1.421 -4.05 3.79 -4.05c5.21 0 1.21 -4.59 1.21 -6.8a4 4 0 1 1 8 0c0 2.21 -4 6.8 1.21 6.8c2.369 0 3.79 0 3.79 4.05M5 21h14',
);
/** `mail` */
export const LetterIcon = /* @__PURE__ */ drawn(
  'M3 7a2 2 0 0 1 2 -2h14a2 2 0 0 1 2 2v10a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-10M3 7l9 6l9 -6',
);
/** `mail-opened` */
export const OpenedLetterIcon = /* @__PURE__ */ drawn(
  'M3 9l9 6l9 -6l-9 -6l-9 6M21 9v10a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-10M3 19l6 -6M15 13l6 6',
);
/** `arrow-back-up` */
export const BackIcon = /* @__PURE__ */ drawn('M9 14l-4 -4l4 -4M5 10h11a4 4 0 1 1 0 8h-1');
/** `bolt` */
export const BoltIcon = /* @__PURE__ */ drawn('M13 3l0 7l6 0l-8 11l0 -7l-6 0l8 -11');
/** `circle-dot` */
export const HereIcon = /* @__PURE__ */ drawn(
  'M11 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0',
);
/** `circle` */
export const CircleIcon = /* @__PURE__ */ drawn('M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0');
/** `inbox` */
export const InboxIcon = /* @__PURE__ */ drawn(
  'M4 6a2 2 0 0 1 2 -2h12a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2l0 -12M4 13h3l3 3h4l3 -3h3',
);
/** `file-text` */
export const DocumentIcon = /* @__PURE__ */ drawn(
  'M14 3v4a1 1 0 0 0 1 1h4M17 21h-10a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2h7l5 5v11a2 2 0 0 1 -2 2M9 9l1 0M9 13l6 0M9 17l6 0',
);
/** `dots` */
export const DotsIcon = /* @__PURE__ */ drawn(
  'M4 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0M11 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0M18 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0',
);
/** `x` */
export const CloseIcon = /* @__PURE__ */ drawn('M18 6l-12 12M6 6l12 12');
/** `chevron-left` */
export const LeftIcon = /* @__PURE__ */ drawn('M15 6l-6 6l6 6');
/** `chevron-right` */
export const RightIcon = /* @__PURE__ */ drawn('M9 6l6 6l-6 6');
/** `chevron-up` */
export const UpIcon = /* @__PURE__ */ drawn('M6 15l6 -6l6 6');
/** `chevron-down` */
export const DownIcon = /* @__PURE__ */ drawn('M6 9l6 6l6 -6');
/** `writing-sign` */
export const SignIcon = /* @__PURE__ */ drawn(
  'M3 19c3.333 -2 5 -4 5 -6c0 -3 -1 -3 -2 -3s-2.032 1.085 -2 3c.034 2.048 1.658 2.877 2.5 4c1.5 2 2.5 2.5 3.5 1c.667 -1 1.167 -1.833 1.5 -2.5c1 2.333 2.333 3.5 4 3.5h2.5M20 17v-12c0 -1.121 -.879 -2 -2 -2s-2 .879 -2 2v12l2 2l2 -2M16 7h4',
);
/** `book-2` */
export const BookIcon = /* @__PURE__ */ drawn(
  'M19 4v16h-12a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2h12M19 16h-12a2 2 0 0 0 -2 2M9 8h6',
);
/** `checklist` */
export const ChecklistIcon = /* @__PURE__ */ drawn(
  'M9.615 20h-2.615a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2h8a2 2 0 0 1 2 2v8M14 19l2 2l4 -4M9 8h4M9 12h2',
);
/** `settings` */
export const CogIcon = /* @__PURE__ */ drawn(
  'M10.325 4.317c.426 -1.756 2.924 -1.756 3.35 0a1.724 1.724 0 0 0 2.573 1.066c1.543 -.94 3.31 .826 2.37 2.37a1.724 1.724 0 0 0 1.065 2.572c1.756 .426 1.756 2.924 0 3.35a1.724 1.724 0 0 0 -1.066 2.573c.94 1.543 -.826 3.31 -2.37 2.37a1.724 1.724 0 0 0 -2.572 1.065c-.426 1.756 -2.924 1.756 -3.35 0a1.724 1.724 0 0 0 -2.573 -1.066c-1.543 .94 -3.31 -.826 -2.37 -2.37a1.724 1.724 0 0 0 -1.065 -2.572c-1.756 -.426 -1.756 -2.924 0 -3.35a1.724 1.724 0 0 0 1.066 -2.573c-.94 -1.543 .826 -3.31 2.37 -2.37c1 .608 2.296 .07 2.572 -1.065M9 12a3 3 0 1 0 6 0a3 3 0 0 0 -6 0',
);
/** `key` */
export const KeyIcon = /* @__PURE__ */ drawn(
  'M16.555 3.843l3.602 3.602a2.877 2.877 0 0 1 0 4.069l-2.643 2.643a2.877 2.877 0 0 1 -4.069 0l-.301 -.301l-6.558 6.558a2 2 0 0 1 -1.239 .578l-.175 .008h-1.172a1 1 0 0 1 -.993 -.883l-.007 -.117v-1.172a2 2 0 0 1 .467 -1.284l.119 -.13l.414 -.414h2v-2h2v-2l2.144 -2.144l-.301 -.301a2.877 2.877 0 0 1 0 -4.069l2.643 -2.643a2.877 2.877 0 0 1 4.069 0M15 9h.01',
);
/** `users` */
export const PeopleIcon = /* @__PURE__ */ drawn(
  'M5 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M3 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2M16 3.13a4 4 0 0 1 0 7.75M21 21v-2a4 4 0 0 0 -3 -3.85',
);
/** `template` */
export const TemplateIcon = /* @__PURE__ */ drawn(
  'M4 5a1 1 0 0 1 1 -1h14a1 1 0 0 1 1 1v2a1 1 0 0 1 -1 1h-14a1 1 0 0 1 -1 -1l0 -2M4 13a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v6a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1l0 -6M14 12l6 0M14 16l6 0M14 20l6 0',
);
/** `moon` */
export const MoonIcon = /* @__PURE__ */ drawn(
  'M12 3c.132 0 .263 0 .393 0a7.5 7.5 0 0 0 7.92 12.446a9 9 0 1 1 -8.313 -12.454l0 .008',
);
/** `sun` */
export const SunIcon = /* @__PURE__ */ drawn(
  'M8 12a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M3 12h1m8 -9v1m8 8h1m-9 8v1m-6.4 -15.4l.7 .7m12.1 -.7l-.7 .7m0 11.4l.7 .7m-12.1 -.7l-.7 .7',
);
/** `language` */
export const TongueIcon = /* @__PURE__ */ drawn(
  'M9 6.371c0 4.418 -2.239 6.629 -5 6.629M4 6.371h7M5 9c0 2.144 2.252 3.908 6 4M12 20l4 -9l4 9M19.1 18h-6.2M6.694 3l.793 .582',
);
/** `logout` */
export const DownloadIcon = /* @__PURE__ */ drawn(
  'M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2 -2v-2M7 11l5 5l5 -5M12 4l0 12',
);
export const LeaveIcon = /* @__PURE__ */ drawn(
  'M14 8v-2a2 2 0 0 0 -2 -2h-7a2 2 0 0 0 -2 2v12a2 2 0 0 0 2 2h7a2 2 0 0 0 2 -2v-2M9 12h12l-3 -3M18 15l3 -3',
);
/** `paperclip` */
export const ClipIcon = /* @__PURE__ */ drawn(
  'M15 7l-6.5 6.5a1.5 1.5 0 0 0 3 3l6.5 -6.5a3 3 0 0 0 -6 -6l-6.5 6.5a4.5 4.5 0 0 0 9 9l6.5 -6.5',
);
/** `shield-check` */
export const ShieldIcon = /* @__PURE__ */ drawn(
  'M11.46 20.846a12 12 0 0 1 -7.96 -14.846a12 12 0 0 0 8.5 -3a12 12 0 0 0 8.5 3a12 12 0 0 1 -.09 7.06M15 19l2 2l4 -4',
);

/** `help` */
export const HelpIcon = /* @__PURE__ */ drawn(
  'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M12 17l0 .01M12 13.5a1.5 1.5 0 0 1 1 -1.5a2.6 2.6 0 1 0 -3 -4',
);
/** `search` */
export const SearchIcon = /* @__PURE__ */ drawn('M3 10a7 7 0 1 0 14 0a7 7 0 1 0 -14 0M21 21l-6 -6');
/** `bold` */
export const BoldIcon = /* @__PURE__ */ drawn(
  'M7 5h6a3.5 3.5 0 0 1 0 7h-6l0 -7M13 12h1a3.5 3.5 0 0 1 0 7h-7v-7',
);
/** `italic` */
export const ItalicIcon = /* @__PURE__ */ drawn('M11 5l6 0M7 19l6 0M14 5l-4 14');
/** `h-1` */
export const Heading1Icon = /* @__PURE__ */ drawn(
  'M19 18v-8l-2 2M4 6v12M12 6v12M11 18h2M3 18h2M4 12h8M3 6h2M11 6h2',
);
/** `h-2` */
export const Heading2Icon = /* @__PURE__ */ drawn(
  'M17 12a2 2 0 1 1 4 0c0 .591 -.417 1.318 -.816 1.858l-3.184 4.143l4 0M4 6v12M12 6v12M11 18h2M3 18h2M4 12h8M3 6h2M11 6h2',
);
/** `h-3` */
export const Heading3Icon = /* @__PURE__ */ drawn(
  'M19 14a2 2 0 1 0 -2 -2M17 16a2 2 0 1 0 2 -2M4 6v12M12 6v12M11 18h2M3 18h2M4 12h8M3 6h2M11 6h2',
);
/** `list` */
export const ListIcon = /* @__PURE__ */ drawn(
  'M9 6l11 0M9 12l11 0M9 18l11 0M5 6l0 .01M5 12l0 .01M5 18l0 .01',
);
/** `list-numbers` */
export const NumbersIcon = /* @__PURE__ */ drawn(
  'M11 6h9M11 12h9M12 18h8M4 16a2 2 0 1 1 4 0c0 .591 -.5 1 -1 1.5l-3 2.5h4M6 10v-6l-2 2',
);
/** `indent-increase` */
export const InwardsIcon = /* @__PURE__ */ drawn('M20 6l-11 0M20 12l-7 0M20 18l-11 0M4 8l4 4l-4 4');
/** `indent-decrease` */
export const OutwardsIcon = /* @__PURE__ */ drawn('M20 6l-7 0M20 12l-9 0M20 18l-7 0M8 8l-4 4l4 4');
/** `arrow-up` */
export const HigherIcon = /* @__PURE__ */ drawn('M12 5l0 14M18 11l-6 -6M6 11l6 -6');
/** `arrow-down` */
export const LowerIcon = /* @__PURE__ */ drawn('M12 5l0 14M18 13l-6 6M6 13l6 6');
/** `arrow-forward-up` */
export const AgainIcon = /* @__PURE__ */ drawn('M15 14l4 -4l-4 -4M19 10h-11a4 4 0 1 0 0 8h1');
/** `table-plus` */
export const NewTableIcon = /* @__PURE__ */ drawn(
  'M12.5 21h-7.5a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2h14a2 2 0 0 1 2 2v7.5M3 10h18M10 3v18M16 19h6M19 16v6',
);
/** `table-minus` */
export const NoTableIcon = /* @__PURE__ */ drawn(
  'M12.5 21h-7.5a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2h14a2 2 0 0 1 2 2v10M3 10h18M10 3v18M16 19h6',
);
/** `row-insert-top` */
export const RowAboveIcon = /* @__PURE__ */ drawn(
  'M4 18v-4a1 1 0 0 1 1 -1h14a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-14a1 1 0 0 1 -1 -1M12 9v-4M10 7l4 0',
);
/** `row-insert-bottom` */
export const RowBelowIcon = /* @__PURE__ */ drawn(
  'M20 6v4a1 1 0 0 1 -1 1h-14a1 1 0 0 1 -1 -1v-4a1 1 0 0 1 1 -1h14a1 1 0 0 1 1 1M12 15l0 4M14 17l-4 0',
);
/** `row-remove` */
export const NoRowIcon = /* @__PURE__ */ drawn(
  'M20 6v4a1 1 0 0 1 -1 1h-14a1 1 0 0 1 -1 -1v-4a1 1 0 0 1 1 -1h14a1 1 0 0 1 1 1M10 16l4 4M10 20l4 -4',
);
/** `column-insert-left` */
export const ColumnBeforeIcon = /* @__PURE__ */ drawn(
  'M14 4h4a1 1 0 0 1 1 1v14a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1v-14a1 1 0 0 1 1 -1M5 12l4 0M7 10l0 4',
);
/** `column-insert-right` */
export const ColumnAfterIcon = /* @__PURE__ */ drawn(
  'M6 4h4a1 1 0 0 1 1 1v14a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1v-14a1 1 0 0 1 1 -1M15 12l4 0M17 10l0 4',
);
/** `column-remove` */
export const NoColumnIcon = /* @__PURE__ */ drawn(
  'M6 4h4a1 1 0 0 1 1 1v14a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1v-14a1 1 0 0 1 1 -1M16 10l4 4M16 14l4 -4',
);
/** `table-row` */
export const TableHeadIcon = /* @__PURE__ */ drawn(
  'M3 5a2 2 0 0 1 2 -2h14a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-14M9 3l-6 6M14 3l-7 7M19 3l-7 7M21 6l-4 4M3 10h18M10 10v11',
);
/** `arrows-join` */
export const MergeIcon = /* @__PURE__ */ drawn('M3 7h5l3.5 5h9.5M3 17h5l3.495 -5M18 15l3 -3l-3 -3');
/** `arrows-split` */
export const SplitIcon = /* @__PURE__ */ drawn(
  'M21 17h-8l-3.5 -5h-6.5M21 7h-8l-3.495 5M18 10l3 -3l-3 -3M18 20l3 -3l-3 -3',
);
/** `align-left` */
export const AlignLeftIcon = /* @__PURE__ */ drawn('M4 6l16 0M4 12l10 0M4 18l14 0');
/** `align-center` */
export const AlignCenterIcon = /* @__PURE__ */ drawn('M4 6l16 0M8 12l8 0M6 18l12 0');
/** `align-right` */
export const AlignRightIcon = /* @__PURE__ */ drawn('M4 6l16 0M10 12l10 0M6 18l14 0');
/** `viewport-wide` */
export const WiderIcon = /* @__PURE__ */ drawn(
  'M10 12h-7l3 -3M6 15l-3 -3M14 12h7l-3 -3M18 15l3 -3M3 6v-1a2 2 0 0 1 2 -2h14a2 2 0 0 1 2 2v1M3 18v1a2 2 0 0 0 2 2h14a2 2 0 0 0 2 -2v-1',
);
/** `viewport-narrow` */
export const NarrowerIcon = /* @__PURE__ */ drawn(
  'M3 12h7l-3 -3M7 15l3 -3M21 12h-7l3 -3M17 15l-3 -3M9 6v-1a2 2 0 0 1 2 -2h2a2 2 0 0 1 2 2v1M9 18v1a2 2 0 0 0 2 2h2a2 2 0 0 0 2 -2v-1',
);
/** `replace` */
export const ReplaceIcon = /* @__PURE__ */ drawn(
  'M3 4a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1l0 -4M15 16a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1l0 -4M21 11v-3a2 2 0 0 0 -2 -2h-6l3 3m0 -6l-3 3M3 13v3a2 2 0 0 0 2 2h6l-3 -3m0 6l3 -3',
);
/** `grip-vertical` */
export const GripIcon = /* @__PURE__ */ drawn(
  'M8 5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0M8 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0M8 19a1 1 0 1 0 2 0a1 1 0 1 0 -2 0M14 5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0M14 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0M14 19a1 1 0 1 0 2 0a1 1 0 1 0 -2 0',
);
/** `mail-off` */
export const NoLetterIcon = /* @__PURE__ */ drawn(
  'M9 5h10a2 2 0 0 1 2 2v10m-2 2h-14a2 2 0 0 1 -2 -2v-10a2 2 0 0 1 2 -2M3 7l9 6l.565 -.377m2.435 -1.623l6 -4M3 3l18 18',
);
/** `file` */
export const SheetIcon = /* @__PURE__ */ drawn(
  'M14 3v4a1 1 0 0 0 1 1h4M17 21h-10a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2h7l5 5v11a2 2 0 0 1 -2 2',
);
