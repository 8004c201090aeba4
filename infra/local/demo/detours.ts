// npm run demo -- --all: what if a report takes a detour? A reminder, a return, a rejection, a withdrawal, and two issues that get stuck.
import type { EventView } from '../../../functions/contracts/views.ts';
import { printedNumber } from '../../../functions/domain/issued/printed-number.ts';
import type { OutgoingEntry } from '../../../functions/domain/issued/register.ts';
import { REMIND_AFTER_MS } from '../first-day/cast.ts';
import { expectOk, type Office, until } from '../people/office.ts';
import type { Stack } from '../stack.ts';
import type { Narrator } from './narrator.ts';

const kindsIn = async (office: Office, reportId: string): Promise<string[]> => {
  const drafter = await office.as('tran-thi-thu-ha');
  const { items } = expectOk(
    await drafter.get<{ items: EventView[] }>(`/api/reports/${reportId}/history?limit=100`),
  );
  return items.map(({ happening }) => happening.kind);
};

/** The storing function does not find the sealed file, once: that is no failure to wait out, so the clerk is asked. */
const loseTheSealedFileOnce = (stack: Stack): void => {
  stack.faults.failNext({
    caller: 'store',
    action: 's3:GetObject',
    times: 1,
    error: { status: 404, code: 'NoSuchKey' },
  });
};

const getStuck = async (stack: Stack, office: Office) => {
  loseTheSealedFileOnce(stack);
  const report = await office.draft();
  const submissionId = await office.submit(report);
  await office.decide('le-quoc-hung', submissionId, 'agree');
  await office.decide('nguyen-van-minh', submissionId, 'sign');
  await office.clerkAsked(submissionId, 'stuck');
  return { report, submissionId };
};

/** `passTime` sets the clock of the state machine forward, by milliseconds. */
export const showDetours = async (
  stack: Stack,
  office: Office,
  { tell, passTime }: { tell: Narrator; passTime: (milliseconds: number) => void },
): Promise<void> => {
  await tell('a reviewer who does not answer is reminded', async () => {
    const report = await office.draft();
    await office.asked('le-quoc-hung', await office.submit(report));
    passTime(REMIND_AFTER_MS);
    await until('the reminder', async () =>
      (await kindsIn(office, report.id)).includes('reminded'),
    );
    const drafter = await office.as('tran-thi-thu-ha');
    expectOk(await drafter.post(`/api/reports/${report.id}/withdrawal`));
  });

  await tell('a report is returned, corrected, submitted again and issued', async () => {
    const report = await office.draft();
    const first = await office.submit(report);
    await office.decide('le-quoc-hung', first, 'return', 'Bổ sung số liệu quý IV.');
    const returned = await office.untilStatus(report.id, 'draft');
    const second = await office.submit(returned);
    await office.decide('le-quoc-hung', second, 'agree');
    await office.decide('nguyen-van-minh', second, 'sign');
    await office.untilStatus(report.id, 'issued');
  });

  await tell('a report is rejected', async () => {
    const report = await office.draft();
    const submissionId = await office.submit(report);
    await office.decide('le-quoc-hung', submissionId, 'reject', 'Không thuộc thẩm quyền.');
    await office.untilStatus(report.id, 'rejected');
  });

  await tell('a report is withdrawn', async () => {
    const report = await office.draft();
    const submissionId = await office.submit(report);
    await office.asked('le-quoc-hung', submissionId);
    const drafter = await office.as('tran-thi-thu-ha');
    expectOk(await drafter.post(`/api/reports/${report.id}/withdrawal`));
    await office.untilStatus(report.id, 'draft');
  });

  await tell('an issue gets stuck after its number, and the clerk resumes it', async () => {
    const { report, submissionId } = await getStuck(stack, office);
    await office.clerkPresses(submissionId, 'resumption');
    await office.untilStatus(report.id, 'issued');
  });

  await tell('another gets stuck, and the clerk voids its number', async () => {
    const { report, submissionId } = await getStuck(stack, office);
    await office.clerkPresses(submissionId, 'giving-up', 'Phát hiện sai sót trước khi phát hành.');
    await office.untilStatus(report.id, 'draft');
  });

  const clerk = await office.as('phan-thi-ngoc-lan');
  const year = new Date().getFullYear();
  const { items } = expectOk(
    await clerk.get<{ items: OutgoingEntry[] }>(`/api/registers/outgoing?year=${year}`),
  );
  console.log('\nSổ đăng ký văn bản đi:');
  for (const { number, symbol, date, status, note } of items) {
    console.log(`  ${printedNumber(number, symbol)}  ${date}  ${status}  ${note}`);
  }
};
