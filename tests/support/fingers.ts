// How do tests touch a screen? With fingers, as a phone reports them.
import type { CDPSession, Page } from 'playwright-core';

type Point = { x: number; y: number };

const touchOf = async (page: Page) => {
  const screen: CDPSession = await page.context().newCDPSession(page);
  await screen.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 2 });
  return (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    screen.send('Input.dispatchTouchEvent', { type, touchPoints });
};

/** Two fingers around `middle`, moved apart from one distance to another. */
export const pinch = async (page: Page, middle: Point, from: number, to: number): Promise<void> => {
  const touch = await touchOf(page);
  const fingers = (apart: number) => [
    { x: middle.x - apart / 2, y: middle.y },
    { x: middle.x + apart / 2, y: middle.y },
  ];
  await touch('touchStart', fingers(from));
  for (const part of [0.25, 0.5, 0.75, 1])
    await touch('touchMove', fingers(from + part * (to - from)));
  await touch('touchEnd', []);
};

export const doubleTap = async (page: Page, at: Point): Promise<void> => {
  const touch = await touchOf(page);
  for (const _ of ['once', 'twice']) {
    await touch('touchStart', [at]);
    await touch('touchEnd', []);
  }
};
