// Where is what mends a refusal? On a screen, where the press is, or in what there is now; who may not go there is told whom to ask.
import { Anchor, Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Role } from '../../../functions/domain/directory/organization.ts';
import { listPeople, readMe } from '../../api/drafting.ts';
import type { TroubleCode } from '../../api/problem.ts';
import type { RefusedPress } from '../../words/vi/refused.ts';
import { words } from '../../words/words.ts';
import { type Screen, wayOf } from './way-of.ts';

const navigation = words.navigation;
const said = words.ways;

/** `role`: whose screen it is; null where everybody has it. */
type ScreenLink = { to: string; name: string; role: Role | null };

const SCREENS = {
  home: { to: '/', name: words.app.home, role: null },
  waiting: { to: '/cho-toi', name: navigation.waiting, role: null },
  newReport: { to: '/bao-cao/moi', name: words.reports.write, role: 'drafter' },
  settings: { to: '/cai-dat', name: navigation.settings, role: 'administrator' },
  directory: { to: '/danh-ba', name: navigation.directory, role: 'administrator' },
  keys: { to: '/khoa-ky', name: navigation.keys, role: 'administrator' },
  templates: { to: '/mau', name: navigation.templates, role: 'administrator' },
} as const satisfies Record<Screen, ScreenLink>;

const isScreen = (way: string): way is Screen => way in SCREENS;

/** Whoever keeps the office is named to those who do not. */
const Administrators = () => {
  const { data } = useQuery(listPeople());
  const names = data?.items.flatMap(({ name, roles }) =>
    roles.includes('administrator') ? [name] : [],
  );
  return names && names.length > 0 ? (
    <Text size="sm">{said.administrators(names.join(', '))}</Text>
  ) : null;
};

const ToScreen = ({ to, name, role }: ScreenLink) => {
  const mine = useQueryClient().getQueryData(readMe().queryKey)?.person.roles ?? [];
  if (role !== null && !mine.includes(role)) return <Administrators />;
  // Who is there already is not sent there.
  return location.pathname === to ? null : (
    <Anchor component={Link} to={to}>
      {name}
    </Anchor>
  );
};

/** Below what a press was refused for. */
export const Way = ({ code, of: press }: { code: TroubleCode; of: RefusedPress }) => {
  const queries = useQueryClient();
  const way = wayOf(code, press);
  if (way === 'anew' || way === 'reload') {
    return (
      <Button
        size="xs"
        variant="default"
        onClick={() => (way === 'anew' ? void queries.invalidateQueries() : location.reload())}
      >
        {way === 'anew' ? said.anew : words.app.reload}
      </Button>
    );
  }
  return isScreen(way) ? <ToScreen {...SCREENS[way]} /> : null;
};
