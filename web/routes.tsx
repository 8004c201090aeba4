// Which screen is at which address? Each is loaded when it is first needed.
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { me } from './api/queries.ts';
import { Failure, Loading, NotFound } from './pieces/outcome.tsx';
import { accessToken, completeSignIn, signIn } from './session/session.ts';
import { FrontPage, SignInFailed } from './shell/front-page.tsx';
import { firstPlaceOf } from './shell/places.ts';
import { Office, Outside } from './shell/shell.tsx';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  notFoundComponent: NotFound,
});

const outside = createRoute({ getParentRoute: () => root, id: 'outside', component: Outside });

const front = createRoute({
  getParentRoute: () => outside,
  path: '/',
  beforeLoad: async ({ context }) => {
    if (accessToken() === null) return;
    const { person } = await context.queries.ensureQueryData(me);
    throw redirect({ to: firstPlaceOf(person.roles) });
  },
  component: FrontPage,
});

const verification = createRoute({
  getParentRoute: () => outside,
  path: '/kiem-tra',
  component: lazyRouteComponent(() => import('./verification/check-file.tsx'), 'CheckFile'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  path: '/signed-in',
  beforeLoad: async () => {
    throw redirect({ to: await completeSignIn(), replace: true });
  },
  errorComponent: SignInFailed,
});

const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  beforeLoad: async ({ location }) => {
    if (accessToken() === null) await signIn(location.href);
  },
  loader: ({ context }) => context.queries.ensureQueryData(me),
  component: Office,
});

const reports = createRoute({
  getParentRoute: () => office,
  path: '/bao-cao',
  component: lazyRouteComponent(() => import('./drafting/report-list.tsx'), 'ReportList'),
});
const newReport = createRoute({
  getParentRoute: () => office,
  path: '/bao-cao/moi',
  component: lazyRouteComponent(() => import('./drafting/new-report.tsx'), 'NewReport'),
});
const report = createRoute({
  getParentRoute: () => office,
  path: '/bao-cao/$reportId',
  component: lazyRouteComponent(() => import('./drafting/report.tsx'), 'Report'),
});
const waiting = createRoute({
  getParentRoute: () => office,
  path: '/cho-toi',
  component: lazyRouteComponent(() => import('./approval/waiting-list.tsx'), 'WaitingList'),
});
const decision = createRoute({
  getParentRoute: () => office,
  path: '/cho-toi/$submissionId',
  component: lazyRouteComponent(() => import('./approval/decision.tsx'), 'Decision'),
});
const registry = createRoute({
  getParentRoute: () => office,
  path: '/van-thu',
  component: lazyRouteComponent(() => import('./registry/registry-list.tsx'), 'RegistryList'),
});
const registrySubmission = createRoute({
  getParentRoute: () => office,
  path: '/van-thu/$submissionId',
  component: lazyRouteComponent(
    () => import('./registry/registry-submission.tsx'),
    'RegistrySubmission',
  ),
});
const outgoing = createRoute({
  getParentRoute: () => office,
  path: '/so-van-ban-di',
  component: lazyRouteComponent(
    () => import('./registry/outgoing-register.tsx'),
    'OutgoingRegister',
  ),
});
const incoming = createRoute({
  getParentRoute: () => office,
  path: '/so-van-ban-den',
  component: lazyRouteComponent(() => import('./inbox/incoming-register.tsx'), 'IncomingRegister'),
});
const inbox = createRoute({
  getParentRoute: () => office,
  path: '/van-ban-den',
  component: lazyRouteComponent(() => import('./inbox/inbox.tsx'), 'Inbox'),
});
const delivery = createRoute({
  getParentRoute: () => office,
  path: '/van-ban-den/$deliveryId',
  component: lazyRouteComponent(() => import('./inbox/delivery.tsx'), 'Delivery'),
});

const tree = root.addChildren([
  outside.addChildren([front, verification]),
  signedIn,
  office.addChildren([
    reports,
    newReport,
    report,
    waiting,
    decision,
    registry,
    registrySubmission,
    outgoing,
    incoming,
    inbox,
    delivery,
  ]),
]);

export const makeRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultErrorComponent: Failure,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
