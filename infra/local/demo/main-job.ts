// npm run demo: does the main job run? The seed report goes from its drafter to three inboxes, over HTTP, as those people.
import type { DeliveryProgress, EventView } from '../../../functions/contracts/views.ts';
import { expectOk, type Office } from '../people/office.ts';
import type { Narrator } from './narrator.ts';

const OFFICERS = ['vo-thi-hong-nhung', 'bui-duc-long'];

/** From draft to receipts; gives what can be said of it. */
export const mainJob = async (office: Office, tell: Narrator) => {
  const drafter = await office.as('tran-thi-thu-ha');
  const report = await tell('Trần Thị Thu Hà drafts the report', () => office.draft());
  await tell('she looks at the page', () =>
    drafter.get(`/api/reports/${report.id}/preview`).then(expectOk),
  );
  const submissionId = await tell('and submits it for signature', () => office.submit(report));
  await tell('Lê Quốc Hưng, who reviews, agrees', () =>
    office.decide('le-quoc-hung', submissionId, 'agree'),
  );
  await tell('Nguyễn Văn Minh, the chairman, signs', () =>
    office.decide('nguyen-van-minh', submissionId, 'sign'),
  );
  const issued = await tell('numbered, signed, sealed, stored and issued', () =>
    office.untilStatus(report.id, 'issued'),
  );
  const deliveries = await tell('delivered to three', () =>
    Promise.all([...OFFICERS, 'ho-thi-mai'].map((officer) => office.delivered(officer, report.id))),
  );
  const [pdf] = await tell('the two offices download it', () =>
    Promise.all(OFFICERS.map((officer) => office.download(officer, report.id, 'pdf'))),
  );
  const docx = await office.download('vo-thi-hong-nhung', report.id, 'docx');
  await tell('open it', async () => {
    for (const [index, officer] of OFFICERS.entries()) {
      const visitor = await office.as(officer);
      expectOk(await visitor.get(`/api/deliveries/${deliveries[index]?.id}`));
    }
  });
  const received = await tell('and receive it into their registers', () =>
    Promise.all(
      OFFICERS.map((officer, index) => office.receive(officer, deliveries[index]?.id ?? '')),
    ),
  );
  const history = await drafter.get<{ items: EventView[] }>(
    `/api/reports/${report.id}/history?limit=100`,
  );
  const progress = await drafter.get<{ items: DeliveryProgress[] }>(
    `/api/reports/${report.id}/deliveries`,
  );
  if (!pdf || !issued.issue) throw new Error('nothing was issued');
  return {
    report: issued,
    issue: issued.issue,
    submissionId,
    pdf,
    docx,
    received,
    history,
    progress,
  };
};
