// Which days can a draft have at which several people and tabs write on several PCs, offline now and then? Each tried on the web's own rules and the API's.
import fc from 'fast-check';
import { fitted } from '../../functions/domain/content/fit.ts';
import { ReportContent } from '../../functions/domain/content/report-content.ts';
import type { Person } from '../../functions/domain/directory/organization.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import { expectStatus } from '../../functions/domain/workflow/report.ts';
import { createReport } from '../../functions/use-cases/drafting/create-report.ts';
import { saveReport } from '../../functions/use-cases/drafting/save-report.ts';
import { setWordsAside } from '../../functions/use-cases/drafting/set-words-aside.ts';
import {
  answered,
  begin,
  isContested,
  isSafe,
  isThereAlready,
  type KeptWords,
  overtaken,
  type Saved,
  type Sent,
  type Sitting,
  send,
  toKeep,
  tookTheirs,
  toPutOver,
  toSave,
} from '../../web/drafting/keeping/sitting.ts';
import { aContent, aPerson, aPersonId, DRAFTER } from '../support/builders.ts';
import { aWorld, callerOf } from '../support/world.ts';

const COLLEAGUE = aPerson({
  id: aPersonId('cao-thi-lua'),
  name: 'Cao Thị Lụa',
  roles: ['drafter'],
});
const PEOPLE = [DRAFTER, COLLEAGUE];
const PCS = 2;

/** What becomes of a request: it arrives and is answered, or one of the two ways is cut. */
type Network = 'works' | 'requestLost' | 'answerLost';

export type DeskAction =
  | {
      kind: 'type' | 'rest' | 'mine' | 'theirs' | 'reload' | 'close';
      tab: number;
      network: Network;
    }
  | { kind: 'typeTooMuch'; tab: number }
  | { kind: 'open' | 'signInAs'; pc: number; person: number };

const tab = fc.nat({ max: 5 });
const network = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Network>('works') },
  { weight: 1, arbitrary: fc.constantFrom<Network>('requestLost', 'answerLost') },
);
const atTab = (kind: 'type' | 'rest' | 'mine' | 'theirs' | 'reload' | 'close') =>
  fc.record({ kind: fc.constant(kind), tab, network });
const atPc = (kind: 'open' | 'signInAs') =>
  fc.record({
    kind: fc.constant(kind),
    pc: fc.nat({ max: PCS - 1 }),
    person: fc.nat({ max: PEOPLE.length - 1 }),
  });
const action: fc.Arbitrary<DeskAction> = fc.oneof(
  { weight: 8, arbitrary: atTab('type') },
  { weight: 8, arbitrary: atTab('rest') },
  { weight: 3, arbitrary: atTab('reload') },
  { weight: 2, arbitrary: atTab('mine') },
  { weight: 2, arbitrary: atTab('theirs') },
  { weight: 2, arbitrary: atTab('close') },
  { weight: 3, arbitrary: atPc('open') },
  { weight: 1, arbitrary: atPc('signInAs') },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('typeTooMuch' as const), tab }) },
);
export const days = fc.array(action, { minLength: 1, maxLength: 60, size: 'max' });

type Kept = { pc: number; personId: string; desk: number; words: KeptWords; at: number };
type Tab = {
  pc: number;
  person: Person;
  desk: number;
  waiting: Kept[];
  content: ReportContent;
  sitting: Sitting;
};

/** Words are known by the first of their subject, which no other words share. */
export const nameOf = ({ subject }: ReportContent): string => subject.split(' ')[0] ?? '';

/** Everything there is of one draft, and what has been done to it. */
export type DraftWorld = {
  tabs: Tab[];
  kept: Kept[];
  /** Of each words, those that they were written over. */
  parents: Map<string, string>;
  /** One save after another: what was there, what came, and whether somebody chose so. */
  saves: { before: string; after: string; isChosen: boolean }[];
  /** The names of what the API has, in the draft and set aside. */
  there(): Promise<{ draft: string; aside: string[] }>;
  act(action: DeskAction): Promise<void>;
};

export const openOffice = async (): Promise<DraftWorld> => {
  const world = aWorld();
  world.directoryHas(COLLEAGUE);
  const caller = (person: Person) => callerOf(world, person);
  const first = ReportContent.parse(aContent({ subject: 'đầu' }));
  const { id: reportId } = await createReport(world, await caller(DRAFTER), first);

  let made = 0;
  let clock = 0;
  let tabs: Tab[] = [];
  let kept: Kept[] = [];
  const parents = new Map<string, string>();
  const saves: DraftWorld['saves'] = [];

  const stored = async (): Promise<Saved> => {
    const report = await world.reports.read(reportId);
    if (report === null) throw new Error('the report is gone');
    return expectStatus(report, 'draft');
  };

  /** As the desk's effect does at every change. */
  const keep = ({ pc, person, desk, sitting, content }: Tab) => {
    kept = kept.filter((each) => each.desk !== desk);
    const words = toKeep(sitting, content);
    clock += 1;
    if (words)
      kept.push({ pc, personId: person.id, desk, words: structuredClone(words), at: clock });
  };

  /** What the API answers, or throws; what is lost on the way is undefined. */
  const put = async (at: Tab, saving: Sent, way: Network) => {
    if (way === 'requestLost') return undefined;
    const before = nameOf((await stored()).content);
    const revision = (await stored()).revision;
    const after = await saveReport(world, await caller(at.person), {
      reportId,
      revision: saving.revision,
      content: saving.content,
      setsAside: saving.setsAside,
    });
    if (after.revision !== revision)
      saves.push({ before, after: nameOf(saving.content), isChosen: saving.setsAside });
    return way === 'works' ? after : undefined;
  };

  const save = async (at: Tab, saving: Sent, way: Network) => {
    at.sitting = send(at.sitting, saving);
    keep(at);
    try {
      const answer = await put(at, saving, way);
      if (answer) at.sitting = answered(at.sitting, saving, answer);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'revision_conflict') throw error;
      if (way === 'works') at.sitting = overtaken(at.sitting, await stored());
    }
  };

  /** As the desk's effect does, at its first sight as well: whatever is safe already makes room for what waits behind it. */
  const takeNext = (at: Tab) => {
    const { sitting, content } = at;
    const isDone = isSafe(sitting, content) && !isContested(sitting) && sitting.sent === null;
    const [next, ...waiting] = at.waiting;
    if (!isDone || next === undefined) return;
    keep(at);
    Object.assign(at, begin(sitting.saved, next.words), { desk: next.desk, waiting });
    keep(at);
    takeNext(at);
  };

  const open = async (pc: number, person: Person) => {
    const taken = new Set(
      tabs.flatMap(({ desk, waiting }) => [desk, ...waiting.map((each) => each.desk)]),
    );
    const free = kept
      .filter((each) => each.pc === pc && each.personId === person.id && !taken.has(each.desk))
      .toSorted((one, other) => other.at - one.at);
    const [words, ...waiting] = free;
    made += 1;
    const start = begin(await stored(), words?.words ?? null);
    const at: Tab = { pc, person, desk: words?.desk ?? made, waiting, ...start };
    tabs.push(at);
    keep(at);
    takeNext(at);
    return at;
  };

  const write = (at: Tab, tail: string) => {
    made += 1;
    const name = `lời-${made}`;
    parents.set(name, nameOf(at.content));
    at.content = { ...at.content, subject: `${name}${tail}` };
    keep(at);
  };

  const choose = async (at: Tab, which: 'mine' | 'theirs', way: Network) => {
    const { sitting, content } = at;
    if (!isContested(sitting)) return;
    if (which === 'mine') return save(at, toPutOver(sitting, content), way);
    if (way === 'requestLost') return;
    const present = await stored();
    if (present.revision !== sitting.saved.revision) {
      at.sitting = overtaken(sitting, present);
      return;
    }
    const mine = fitted(content, sitting.saved.content).content;
    await setWordsAside(world, await caller(at.person), { reportId, content: mine });
    if (way === 'answerLost') return;
    at.content = sitting.saved.content;
    at.sitting = tookTheirs(sitting);
  };

  const act = async (wish: DeskAction): Promise<void> => {
    if ('pc' in wish) {
      const person = PEOPLE[wish.person] ?? DRAFTER;
      // One browser has one sign-in: whoever else sat there has left.
      tabs = tabs.filter(
        (each) => each.pc !== wish.pc || (wish.kind === 'open' && each.person === person),
      );
      await open(wish.pc, person);
      return;
    }
    const at = tabs[wish.tab % Math.max(1, tabs.length)];
    if (at === undefined) return;
    switch (wish.kind) {
      case 'type':
        return write(at, '');
      case 'typeTooMuch':
        return write(at, ' quá dài'.repeat(80));
      case 'rest': {
        const saving = toSave(at.sitting, at.content);
        if (saving && at.sitting.sent === null && isThereAlready(at.sitting, saving))
          at.sitting = answered(at.sitting, saving, at.sitting.saved);
        else if (saving) await save(at, saving, wish.network);
        break;
      }
      case 'mine':
      case 'theirs':
        await choose(at, wish.kind, wish.network);
        break;
      case 'close':
      case 'reload':
        tabs = tabs.filter((each) => each !== at);
        if (wish.kind === 'reload') await open(at.pc, at.person);
        return;
    }
    keep(at);
    takeNext(at);
  };

  return {
    get tabs() {
      return tabs;
    },
    get kept() {
      return kept;
    },
    parents,
    saves,
    there: async () => {
      const page = await world.reports.setAsideOf(reportId, { limit: 100, cursor: null });
      const aside = await Promise.all(
        page.items.map(({ hash }) => world.reports.setAside(reportId, hash)),
      );
      return {
        draft: nameOf((await stored()).content),
        aside: aside.flatMap((words) => (words ? [nameOf(words.content)] : [])),
      };
    },
    act,
  };
};
