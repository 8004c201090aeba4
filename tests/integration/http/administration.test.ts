// Does what an administrator changes hold at once? Over HTTP, on the whole stack: people, rights, the chain, the register.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  OrganizationRecord,
  PersonRecord,
} from '../../../functions/contracts/directory-views.ts';
import type { EventView, ReportView } from '../../../functions/contracts/views.ts';
import { expectOk, type Office, seedContent } from '../../../infra/local/people/office.ts';
import { type Visitor, visit } from '../../../infra/local/people/visitor.ts';
import { borrowStack, type LocalStack } from '../../support/local-stack.ts';

const COMMUNE = '/api/directory/org_son-trung';
const DRAFTER = {
  name: 'Cao Thị Lụa',
  title: 'Công chức Văn phòng - Thống kê',
  email: 'cao-thi-lua@example.com',
  roles: ['drafter'],
  signature: null,
};

describe('an administrator', () => {
  let stack: LocalStack;
  let office: Office;
  let administrator: Visitor;
  let lua: { id: string; visitor: Visitor };

  beforeAll(async () => {
    stack = await borrowStack();
    office = stack.desks;
    administrator = await office.as('dinh-cong-tuan');
  });
  afterAll(async () => {
    expect(stack?.troubles).toEqual([]);
  });

  const commune = async () => expectOk(await administrator.get<OrganizationRecord>(COMMUNE));
  const settle = async (given: object) => {
    const { settings, version } = await commune();
    const { revokedCertificates: _, ...before } = settings ?? { revokedCertificates: [] };
    return administrator.put(`${COMMUNE}/settings`, { ...before, ...given }, `"${version}"`);
  };

  it('lets somebody in, who signs in and works', async () => {
    const { id } = expectOk(await administrator.post<PersonRecord>(`${COMMUNE}/people`, DRAFTER));
    lua = { id, visitor: await visit(stack.url, id, stack.password) };
    const created = await lua.visitor.post<ReportView>('/api/reports', { content: seedContent() });
    expect(created.status).toBe(201);
    const again = await administrator.post(`${COMMUNE}/people`, {
      ...DRAFTER,
      email: 'CAO-thi-lua@example.com',
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'email_taken' } });
    const wrong = await administrator.post(`${COMMUNE}/people`, {
      ...DRAFTER,
      email: 'lua',
      name: '',
    });
    expect(wrong).toMatchObject({
      status: 422,
      body: { fields: [{ path: ['name'] }, { path: ['email'] }] },
    });
  });

  it('moves somebody to another address, and ends their rights while they are signed in', async () => {
    const { items } = expectOk(
      await administrator.get<{ items: PersonRecord[] }>(`${COMMUNE}/people`),
    );
    const seen = items.find(({ id }) => id === lua.id);
    const path = `${COMMUNE}/people/${lua.id}`;
    const moved = { ...DRAFTER, email: 'lua@example.com' };
    const taken = { ...DRAFTER, email: items.find(({ id }) => id !== lua.id)?.email.toUpperCase() };
    expect(await administrator.put(path, taken, `"${seen?.version}"`)).toMatchObject({
      status: 409,
      body: { code: 'email_taken' },
    });
    expectOk(await administrator.put(path, moved, `"${seen?.version}"`));
    expectOk(await administrator.put(path, moved, `"${seen?.version}"`));
    expect(await administrator.put(path, DRAFTER, `"${seen?.version}"`)).toMatchObject({
      status: 412,
      body: { code: 'entry_changed' },
    });
    expectOk(await lua.visitor.get('/api/reports'));
    expectOk(await administrator.post(`${path}/end`));
    expect(await lua.visitor.get('/api/reports')).toMatchObject({
      status: 403,
      body: { code: 'person_unknown' },
    });
  });

  it('changes the chain, and the next report goes that way, with the number after the last on paper', async () => {
    const review = { kind: 'review', people: [lua.id], needed: 1 };
    const sign = { kind: 'sign', people: ['nguyen-van-minh'], needed: 1 };
    expect(await settle({ chain: [review, sign] })).toMatchObject({
      status: 422,
      body: { code: 'chain_person_unknown', fields: [{ path: ['chain', 0, 'people', 0] }] },
    });
    expectOk(await settle({ chain: [sign] }));
    const year = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric' });
    const register = `${COMMUNE}/registers/${year.format(new Date())}/baoCao`;
    expectOk(await administrator.put(register, { lastNumber: 204 }, ''));

    const report = await office.draft();
    const submissionId = await office.submit(report);
    await office.decide('nguyen-van-minh', submissionId, 'sign');
    const issued = await office.untilStatus(report.id, 'issued');
    expect(issued).toMatchObject({ issue: { number: 205 } });
    expect(await administrator.put(register, { lastNumber: 1 }, '')).toMatchObject({
      status: 409,
      body: { code: 'register_in_use' },
    });
  });

  it('enters an office, to which reports can then be sent until it is closed, and again when it is reopened', async () => {
    const entry = {
      name: 'Trạm Y tế xã Sơn Trung',
      superiorLine: null,
      agencyLines: ['TRẠM Y TẾ XÃ SƠN TRUNG'],
      place: 'Sơn Trung',
      abbreviation: 'TYT',
      code: 'H99.10.01',
    };
    const wish = { ...entry, parentId: 'org_son-trung' };
    const { id } = expectOk(await administrator.post<OrganizationRecord>('/api/directory', wish));
    const content = seedContent();
    const line = { text: entry.name, organizationId: id, means: 'system' as const };
    content.recipients.push(line);
    const report = await office.draft(content);
    expectOk(await administrator.post(`/api/directory/${id}/closing`, { successorId: null }));
    await expect(office.submit(report)).rejects.toThrow('recipient_closed');
    const open = expectOk(
      await administrator.post<OrganizationRecord>(`/api/directory/${id}/reopening`),
    );
    expect(open).toMatchObject({ validUntil: null, reach: 'administer' });
    await office.submit(report);
  });

  it('sets up a new commune, whose first administrator lets the others in', async () => {
    const entry = {
      name: 'UBND xã Sơn Kim',
      superiorLine: null,
      agencyLines: ['ỦY BAN NHÂN DÂN', 'XÃ SƠN KIM'],
      place: 'Sơn Kim',
      abbreviation: 'UBND',
      code: 'H99.10.03',
      parentId: null,
    };
    const { id } = expectOk(await administrator.post<OrganizationRecord>('/api/directory', entry));
    const people = `/api/directory/${id}/people`;
    const first = {
      ...DRAFTER,
      name: 'Lương Thị Kim',
      email: 'luong-thi-kim@example.com',
      roles: ['administrator'],
    };
    const { id: firstId } = expectOk(await administrator.post<PersonRecord>(people, first));
    const second = { ...DRAFTER, email: 'nguoi-son-kim@example.com' };
    expect(await administrator.post(people, second)).toMatchObject({
      status: 404,
      body: { code: 'organization_not_found' },
    });
    const theirs = await visit(stack.url, firstId, stack.password);
    expect((await theirs.post(people, second)).status).toBe(201);
  });

  it('reads who changed what, newest first', async () => {
    const { items } = expectOk(
      await administrator.get<{ items: EventView[] }>(`${COMMUNE}/changes`),
    );
    expect(
      items.map(({ happening, actor, actorName }) => [happening.kind, actorName || actor]),
    ).toEqual([
      ...['registerOpened', 'settingsChanged', 'officeEnded', 'personChanged', 'personAdded'].map(
        (kind) => [kind, 'Đinh Công Tuấn'],
      ),
      ['authoritiesTrusted', 'operator'],
      ['personAdded', 'operator'],
      ['organizationAdded', 'operator'],
    ]);
  });
});
