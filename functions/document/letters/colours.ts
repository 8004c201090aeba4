// Which colours would be lost where all letters are black on white: for what is imported, and for what is pasted on the web?

/** Words of Word and of CSS for the usual one, or for what stands around. */
const USUAL: ReadonlySet<string> = new Set([
  '',
  'auto',
  'black',
  'windowtext',
  'canvastext',
  'currentcolor',
  'inherit',
  'initial',
  'unset',
  'revert',
]);

/** As dark as pages set their text instead of black; and how far a grey may lean to a colour. */
const DARK = 0x66;
const GREY = 0x20;

const HEX = /^#?(?:([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})|([0-9a-f])([0-9a-f])([0-9a-f]))$/u;
const RGB = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/u;

const channelsOf = (colour: string): number[] | null => {
  const hex = HEX.exec(colour);
  if (hex) {
    return hex
      .slice(1)
      .filter((digits) => digits !== undefined)
      .map((digits) => Number.parseInt(digits.padEnd(2, digits), 16));
  }
  return RGB.exec(colour)?.slice(1).map(Number) ?? null;
};

/** Is a letter of this colour, as Word (`FF0000`, `auto`) or CSS (`#f00`, `red`, `rgb(255, 0, 0)`) says it, not black? */
export const isColour = (said: string): boolean => {
  const colour = said.trim().toLowerCase();
  if (USUAL.has(colour)) return false;
  const channels = channelsOf(colour);
  if (!channels) return true;
  const lightest = Math.max(...channels);
  return lightest > DARK || lightest - Math.min(...channels) > GREY;
};
