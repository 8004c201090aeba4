// Which screen is at which address? Each is loaded when it is first needed.
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent as lazyComponent,
  redirect,
} from '@tanstack/react-router';
import { decisionAhead, listWaiting } from './api/approval.ts';
import { listReports, readMe, readReport } from './api/drafting.ts';
import { readRegistrySubmission } from './api/registry.ts';
import { isThrifty } from './api/thrifty.ts';
import {
  bookFilterIn,
  inboxFilterIn,
  queueFilterIn,
  reportFilterIn,
  wordsIn,
} from './filters/filters.ts';
import { addressOf, chapterFor } from './guide/chapters.ts';
import { laterPart } from './parts/newer-version.ts';
import { Failure, NotFound } from './parts/trouble/loaded.tsx';
import { Loading } from './parts/trouble/loading.tsx';
import { completeSignIn, enter, goOnToSignIn, isSignedIn, OPEN } from './session/session.ts';
import { firstEntryOf } from './shell/places.ts';
import { Outside, SignedInFrame } from './shell/shell.tsx';
import { SignInFailed } from './shell/sign-in-failed.tsx';

/** The router by itself would reload the page once for a screen that cannot be had: not under what somebody does there. */
const lazyRouteComponent: typeof lazyComponent = (load, name) =>
  lazyComponent(() => laterPart(load), name);

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  notFoundComponent: NotFound,
});

/** Those who are signed in keep their menu. Whether they are, only who has to know hears that it cannot be found out. */
const outside = createRoute({
  getParentRoute: () => root,
  id: 'outside',
  beforeLoad: async () => ({ isSignedIn: await isSignedIn().catch(() => false) }),
  component: Outside,
});

const front = createRoute({
  getParentRoute: () => outside,
  path: OPEN.front,
  beforeLoad: async ({ context }) => {
    if (!context.isSignedIn) return;
    const { person } = await context.queries.ensureQueryData(readMe());
    throw redirect({ to: firstEntryOf(person.roles) });
  },
  component: lazyRouteComponent(() => import('./shell/front-page.tsx'), 'FrontPage'),
});

const verification = createRoute({
  getParentRoute: () => outside,
  path: OPEN.verification,
  component: lazyRouteComponent(() => import('./verification/check-file.tsx'), 'CheckFile'),
});

/** One's own page of the guide. */
const guide = createRoute({
  getParentRoute: () => outside,
  path: OPEN.guide,
  beforeLoad: async ({ context }) => {
    const roles = context.isSignedIn
      ? (await context.queries.ensureQueryData(readMe())).person.roles
      : [];
    throw redirect({ to: addressOf(chapterFor(roles)), replace: true });
  },
});
const guidePage = createRoute({
  getParentRoute: () => outside,
  path: `${OPEN.guide}/$chapter`,
  component: lazyRouteComponent(() => import('./guide/guide.tsx'), 'Guide'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  path: OPEN.signedIn,
  beforeLoad: async () => {
    throw redirect({ to: await completeSignIn(), replace: true });
  },
  errorComponent: SignInFailed,
});

/** Left at once; whoever is still here was kept from leaving. */
const signedOut = createRoute({
  getParentRoute: () => root,
  path: OPEN.signedOut,
  beforeLoad: goOnToSignIn,
  errorComponent: SignInFailed,
});

const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  beforeLoad: async ({ location }) => {
    if (!(await isSignedIn())) await enter(location.href);
  },
  loader: ({ context }) => context.queries.ensureQueryData(readMe()),
  component: SignedInFrame,
});

const reports = createRoute({
  getParentRoute: () => office,
  path: '/bao-cao',
  validateSearch: reportFilterIn,
  loaderDeps: ({ search }) => search,
  // Asked for while the screen itself is still on its way.
  loader: ({ context: { queries }, deps }) => void queries.prefetchInfiniteQuery(listReports(deps)),
  component: lazyRouteComponent(() => import('./drafting/report-list.tsx'), 'ReportList'),
});
const newReport = createRoute({
  getParentRoute: () => office,
  path: '/bao-cao/moi',
  component: lazyRouteComponent(() => import('./drafting/beginning/new-report.tsx'), 'NewReport'),
});
const report = createRoute({
  getParentRoute: () => office,
  path: '/bao-cao/$reportId',
  // Not of a line that is only pointed at: what a draft goes on from is asked for when one sits down.
  loader: ({ context: { queries }, params: { reportId }, preload }) =>
    preload ? undefined : void queries.prefetchQuery(readReport(reportId)),
  component: lazyRouteComponent(() => import('./drafting/report.tsx'), 'Report'),
});
const waiting = createRoute({
  getParentRoute: () => office,
  path: '/cho-toi',
  loader: ({ context: { queries } }) => void queries.prefetchInfiniteQuery(listWaiting()),
  component: lazyRouteComponent(() => import('./approval/waiting-list.tsx'), 'WaitingList'),
});
const decision = createRoute({
  getParentRoute: () => office,
  path: '/cho-toi/$submissionId',
  // When its line is pointed at already: who signs reads first.
  loader: ({ context: { queries }, params: { submissionId }, preload }) =>
    preload && isThrifty() ? undefined : void decisionAhead(queries, submissionId),
  component: lazyRouteComponent(() => import('./approval/decision.tsx'), 'Decision'),
});
const decided = createRoute({
  getParentRoute: () => office,
  path: '/da-xu-ly',
  component: lazyRouteComponent(() => import('./approval/decided-list.tsx'), 'DecidedList'),
});
const mySigning = createRoute({
  getParentRoute: () => office,
  path: '/chu-ky',
  component: lazyRouteComponent(() => import('./signing/my-signing.tsx'), 'MySigning'),
});
const keyHolders = createRoute({
  getParentRoute: () => office,
  path: '/khoa-ky',
  component: lazyRouteComponent(() => import('./signing/key-holders.tsx'), 'KeyHolders'),
});
const checklist = createRoute({
  getParentRoute: () => office,
  path: '/chuan-bi',
  component: lazyRouteComponent(() => import('./administration/checklist.tsx'), 'Checklist'),
});
const directory = createRoute({
  getParentRoute: () => office,
  path: '/danh-ba',
  component: lazyRouteComponent(() => import('./administration/directory.tsx'), 'Directory'),
});
const newOrganization = createRoute({
  getParentRoute: () => office,
  path: '/danh-ba/them',
  component: lazyRouteComponent(
    () => import('./administration/new-organization.tsx'),
    'NewOrganization',
  ),
});
const organization = createRoute({
  getParentRoute: () => office,
  path: '/danh-ba/$organizationId',
  component: lazyRouteComponent(() => import('./administration/organization.tsx'), 'Organization'),
});
const newPerson = createRoute({
  getParentRoute: () => office,
  path: '/danh-ba/$organizationId/them-nguoi',
  component: lazyRouteComponent(() => import('./administration/person.tsx'), 'NewPerson'),
});
const firstAdministrator = createRoute({
  getParentRoute: () => office,
  path: '/danh-ba/$organizationId/quan-tri-dau-tien',
  component: lazyRouteComponent(() => import('./administration/person.tsx'), 'FirstAdministrator'),
});
const person = createRoute({
  getParentRoute: () => office,
  path: '/danh-ba/$organizationId/nguoi-dung/$personId',
  component: lazyRouteComponent(() => import('./administration/person.tsx'), 'Person'),
});
const settings = createRoute({
  getParentRoute: () => office,
  path: '/cai-dat',
  component: lazyRouteComponent(() => import('./administration/settings.tsx'), 'Settings'),
});
const templates = createRoute({
  getParentRoute: () => office,
  path: '/mau',
  component: lazyRouteComponent(() => import('./administration/templates.tsx'), 'Templates'),
});
const registry = createRoute({
  getParentRoute: () => office,
  path: '/van-thu',
  validateSearch: queueFilterIn,
  component: lazyRouteComponent(() => import('./registry/queue/queue.tsx'), 'Queue'),
});
/** Opened beside the list. */
const registrySubmission = createRoute({
  getParentRoute: () => registry,
  path: '$submissionId',
  loader: ({ context: { queries }, params: { submissionId } }) =>
    void queries.prefetchQuery(readRegistrySubmission(submissionId)),
});
const heldDelivery = createRoute({
  getParentRoute: () => registry,
  path: 'chua-gui/$reportId/$recipientId',
});
const outgoing = createRoute({
  getParentRoute: () => office,
  path: '/so-van-ban-di',
  validateSearch: bookFilterIn,
  component: lazyRouteComponent(
    () => import('./registry/outgoing-register.tsx'),
    'OutgoingRegister',
  ),
});
const incoming = createRoute({
  getParentRoute: () => office,
  path: '/so-van-ban-den',
  validateSearch: bookFilterIn,
  component: lazyRouteComponent(() => import('./inbox/incoming-register.tsx'), 'IncomingRegister'),
});
const inbox = createRoute({
  getParentRoute: () => office,
  path: '/van-ban-den',
  validateSearch: inboxFilterIn,
  component: lazyRouteComponent(() => import('./inbox/inbox.tsx'), 'Inbox'),
});
const search = createRoute({
  getParentRoute: () => office,
  path: '/tim-kiem',
  validateSearch: wordsIn,
  component: lazyRouteComponent(() => import('./search/search.tsx'), 'Search'),
});
/** Opened beside the list, which goes by the same filters. */
const delivery = createRoute({ getParentRoute: () => inbox, path: '$deliveryId' });

const tree = root.addChildren([
  outside.addChildren([front, verification, guide, guidePage]),
  signedIn,
  signedOut,
  office.addChildren([
    reports,
    newReport,
    report,
    waiting,
    decision,
    decided,
    mySigning,
    keyHolders,
    checklist,
    directory,
    newOrganization,
    organization,
    newPerson,
    firstAdministrator,
    person,
    settings,
    templates,
    registry.addChildren([registrySubmission, heldDelivery]),
    outgoing,
    incoming,
    inbox.addChildren([delivery]),
    search,
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
