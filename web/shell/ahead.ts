// What is brought before somebody asks for it? The screens behind their menu and what its lists open, when the page is at rest.
import { type AnyRouter, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Role } from '../../functions/domain/directory/organization.ts';
import { isThrifty } from '../api/thrifty.ts';
import { type MenuEntry, menuOf } from './places.ts';

/** What a line of a list leads to. */
const OPENED: Partial<Record<MenuEntry, string>> = {
  '/cho-toi': '/cho-toi/$submissionId',
  '/bao-cao': '/bao-cao/$reportId',
  '/van-thu': '/van-thu/$submissionId',
  '/van-ban-den': '/van-ban-den/$deliveryId',
};

/** Milliseconds. The list that was opened is there by then, and what it asked for as well. */
const FIRST_REST = 1_500;
/** An idle moment may not come on a PC that does other things; somebody may press any time. */
const LONGEST_WAIT = 5_000;

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window)
      requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT });
    else setTimeout(resolve, FIRST_REST);
  });

/** Code alone: to open a delivery is an event, and no screen is asked for what it shows. */
const bring = async (router: AnyRouter, roles: Role[], isOver: () => boolean): Promise<void> => {
  const places = menuOf(roles).map(({ to }) => to);
  const opened = places.flatMap((place) => OPENED[place] ?? []);
  // One after the other, so that a press in between does not wait for all.
  for (const path of [...opened, ...places]) {
    await idle();
    if (isOver()) return;
    await router.loadRouteChunk(router.routesByPath[path]);
  }
  await idle();
  if (!isOver() && opened.length > 0) await import('../parts/files/pdf-sheets.tsx');
};

export const useAhead = (roles: Role[]): void => {
  const router = useRouter();
  const whose = roles.join();
  useEffect(() => {
    if (isThrifty()) return;
    let isOver = false;
    const begin = setTimeout(() => {
      // What could not be brought is asked for again when it is needed, and its screen says what is wrong.
      bring(router, whose.split(',').filter(Boolean) as Role[], () => isOver).catch(() => {});
    }, FIRST_REST);
    return () => {
      isOver = true;
      clearTimeout(begin);
    };
  }, [router, whose]);
};
