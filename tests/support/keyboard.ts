// How do tests go through a screen without a mouse? With Tab, seeing at every stop where they are.
import type { Page } from 'playwright-core';

/** More stops than any screen has on the way to its main press. */
const MOST_STOPS = 60;

type Stop = { name: string; isSeen: boolean };

/** What has the focus: what it is called, and whether one sees that it is there. */
export const focusOn = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return { name: '', isSeen: false };
    // A field shows it by its caret or its border; what a check box shows, it shows beside the box that has the focus.
    const isField = focused.matches('input, textarea, select, [contenteditable]');
    const shown = [focused, focused.nextElementSibling, focused.parentElement];
    const isMarked = shown.some((each) => {
      if (each === null) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
    const own = focused.getBoundingClientRect();
    const { width, height, bottom, top } =
      own.width > 0 ? own : (focused.parentElement?.getBoundingClientRect() ?? own);
    const isOnScreen = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
    const label = focused.getAttribute('aria-label') ?? focused.textContent ?? '';
    return { name: label.trim(), isSeen: (isField || isMarked) && isOnScreen };
  });

/** Presses Tab until it gets there; fails where the focus goes out of sight on the way. */
export const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  const unseen: string[] = [];
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await focusOn(page);
    if (!stop.isSeen) unseen.push(stop.name);
    const isThere = typeof name === 'string' ? stop.name === name : name.test(stop.name);
    if (!isThere) continue;
    if (unseen.length > 0) throw new Error(`The focus is out of sight at ${unseen.join(', ')}`);
    return;
  }
  throw new Error(`Tab does not lead to ${name}`);
};
