// Which font does a theme mean, where a style names a role in it (`minorHAnsi`) and not a font?
import { descend, type XmlElement } from './xml-tree.ts';

/** ECMA-376 knows 31 characters; names are compared for every run. */
const LONGEST_FONT_NAME = 100;

export const fontName = (said: string): string => said.slice(0, LONGEST_FONT_NAME);

const ROLE = /^(major|minor)(Ascii|HAnsi|EastAsia|Bidi)$/u;
const ELEMENT: Readonly<Record<string, string>> = {
  Ascii: 'latin',
  HAnsi: 'latin',
  EastAsia: 'ea',
  Bidi: 'cs',
};

/** The font of a role; empty where the theme names none, which is never an old one. ECMA-376, 17.18.96. */
export type ThemeFonts = (role: string) => string;

export const themeFonts = (part: XmlElement | null): ThemeFonts => {
  const scheme = descend(part ?? undefined, 'themeElements', 'fontScheme');
  return (role) => {
    const [, set = '', script = ''] = ROLE.exec(role) ?? [];
    const font = descend(scheme, `${set}Font`, ELEMENT[script] ?? '');
    return fontName(font?.attributes.typeface ?? '');
  };
};
