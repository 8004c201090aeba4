// What if somebody prints in the dark theme? Paper is white: for printing, the page takes the light one.

const scheme = 'data-mantine-color-scheme';

/** The light of the screen, while the page is printed in that of the day. */
let before: string | null = null;

export const printByDay = (): void => {
  const { documentElement: page } = document;
  addEventListener('beforeprint', () => {
    // Asked twice before it is over, it is the day's light already.
    before ??= page.getAttribute(scheme);
    page.setAttribute(scheme, 'light');
  });
  addEventListener('afterprint', () => {
    if (before !== null) page.setAttribute(scheme, before);
    before = null;
  });
};
