// What may an administrator ask for? The directory that they keep: offices, with their people, settings and registers.
import { z } from '@hono/zod-openapi';
import { ChecklistLine } from '../../domain/directory/checklist.ts';
import {
  OrganizationEntry,
  PersonEntry,
  SettingsEntry,
} from '../../domain/directory/directory-entry.ts';
import { OrganizationId, PersonId, Sha256 } from '../../domain/ids.ts';
import { RegisterCounter, Series } from '../../domain/issued/register.ts';
import {
  AccountView,
  OrganizationRecord,
  OrganizationRow,
  PersonAtWork,
  PersonRecord,
  UnsentMailRow,
} from '../directory-views.ts';
import {
  body,
  IdempotencyKey,
  IfUnchanged,
  json,
  PageQuery,
  route,
  tagged,
  whole,
} from '../route.ts';
import { EventView, listOf, Nothing } from '../views.ts';

const organizationParams = z.object({ organizationId: OrganizationId });
const personParams = organizationParams.extend({ personId: PersonId });
const registerParams = organizationParams.extend({
  year: whole(2000, 2999),
  series: Series,
});

export const listDirectory = route({
  method: 'get',
  path: '/api/directory',
  summary: 'Every organization, closed ones too',
  request: { query: PageQuery },
  responses: { 200: json(listOf(OrganizationRow), 'By name') },
  refuses: ['not_permitted'],
});

export const addOrganization = route({
  method: 'post',
  path: '/api/directory',
  summary: 'Enter an organization',
  request: {
    headers: IdempotencyKey,
    body: body(OrganizationEntry.extend({ parentId: OrganizationId.nullable() })),
  },
  responses: { 201: tagged(json(OrganizationRecord, 'Documents can be sent to it'), 'Version') },
  refuses: ['text_unprintable', 'not_permitted', 'organization_not_found', 'entry_changed'],
});

export const readOrganization = route({
  method: 'get',
  path: '/api/directory/{organizationId}',
  summary: 'One organization, and what I may do with it',
  request: { params: organizationParams },
  responses: {
    200: tagged(json(OrganizationRecord, 'Its settings only for those who keep it'), 'Version'),
  },
  refuses: ['not_permitted', 'organization_not_found'],
});

export const changeOrganization = route({
  method: 'put',
  path: '/api/directory/{organizationId}',
  summary: "Correct an organization's entry",
  request: { params: organizationParams, headers: IfUnchanged, body: body(OrganizationEntry) },
  responses: { 200: tagged(json(OrganizationRecord, 'As it is now'), 'Version') },
  refuses: ['text_unprintable', 'not_permitted', 'organization_not_found', 'entry_changed'],
});

export const closeOrganization = route({
  method: 'post',
  path: '/api/directory/{organizationId}/closing',
  summary: 'An organization that is no more, and the one that takes its place',
  request: {
    params: organizationParams,
    headers: IdempotencyKey,
    body: body(z.strictObject({ successorId: OrganizationId.nullable() })),
  },
  responses: {
    200: tagged(json(OrganizationRecord, 'Nothing can be sent to it any more'), 'Version'),
  },
  refuses: [
    'successor_unknown',
    'not_permitted',
    'organization_not_found',
    'entry_changed',
    'status_wrong',
  ],
});

export const reopenOrganization = route({
  method: 'post',
  path: '/api/directory/{organizationId}/reopening',
  summary: 'An organization that was closed and is there after all',
  request: { params: organizationParams, headers: IdempotencyKey },
  responses: {
    200: tagged(json(OrganizationRecord, 'Documents can be sent to it again'), 'Version'),
  },
  refuses: ['not_permitted', 'organization_not_found', 'entry_changed', 'status_wrong'],
});

export const changeSettings = route({
  method: 'put',
  path: '/api/directory/{organizationId}/settings',
  summary: 'Say how an office works',
  request: { params: organizationParams, headers: IfUnchanged, body: body(SettingsEntry) },
  responses: {
    200: tagged(
      json(
        OrganizationRecord,
        'What is on its way keeps its chain and who seals it; the rest holds from the next step on',
      ),
      'Version',
    ),
  },
  refuses: [
    'chain_empty',
    'chain_without_signer',
    'chain_person_unknown',
    'not_permitted',
    'organization_not_found',
    'entry_changed',
  ],
});

export const listStaff = route({
  method: 'get',
  path: '/api/directory/{organizationId}/people',
  summary: 'Everybody of an organization, also those whose office is over',
  request: { params: organizationParams },
  responses: { 200: json(z.object({ items: z.array(PersonRecord) }), 'By name') },
  refuses: ['not_permitted', 'organization_not_found'],
});

export const addPerson = route({
  method: 'post',
  path: '/api/directory/{organizationId}/people',
  summary: 'Let somebody in; they are told by e-mail how to sign in',
  request: { params: organizationParams, headers: IdempotencyKey, body: body(PersonEntry) },
  responses: {
    201: tagged(
      json(PersonRecord, 'They may begin at once; sign, seal and agree to changes when it stands'),
      'Version',
    ),
  },
  refuses: [
    'text_unprintable',
    'not_permitted',
    'organization_not_found',
    'person_not_found',
    'entry_changed',
    'people_full',
    'email_taken',
  ],
});

export const readPerson = route({
  method: 'get',
  path: '/api/directory/{organizationId}/people/{personId}',
  summary: 'One person, as they are at this moment',
  request: { params: personParams },
  responses: { 200: tagged(json(PersonAtWork, 'Its ETag is its version'), 'Version') },
  refuses: ['not_permitted', 'organization_not_found', 'person_not_found'],
});

export const changePerson = route({
  method: 'put',
  path: '/api/directory/{organizationId}/people/{personId}',
  summary: 'Change what is said of somebody, and what they may do',
  request: { params: personParams, headers: IfUnchanged, body: body(PersonEntry) },
  responses: {
    200: tagged(
      json(PersonRecord, 'It holds at once, but the address of whoever signs or seals'),
      'Version',
    ),
  },
  refuses: [
    'text_unprintable',
    'not_permitted',
    'organization_not_found',
    'person_not_found',
    'entry_changed',
    'email_taken',
    'administrator_missing',
  ],
});

export const endOffice = route({
  method: 'post',
  path: '/api/directory/{organizationId}/people/{personId}/end',
  summary: "End somebody's office",
  request: { params: personParams, headers: IdempotencyKey },
  responses: { 200: tagged(json(PersonRecord, 'From now on they may do nothing here'), 'Version') },
  refuses: [
    'not_permitted',
    'organization_not_found',
    'person_not_found',
    'entry_changed',
    'status_wrong',
    'administrator_missing',
  ],
});

export const resumeOffice = route({
  method: 'post',
  path: '/api/directory/{organizationId}/people/{personId}/resumption',
  summary: 'Take somebody back whose office was over',
  request: { params: personParams, headers: IdempotencyKey },
  responses: { 200: tagged(json(PersonRecord, 'With the roles of before'), 'Version') },
  refuses: [
    'not_permitted',
    'organization_not_found',
    'person_not_found',
    'entry_changed',
    'status_wrong',
  ],
});

export const readAccount = route({
  method: 'get',
  path: '/api/directory/{organizationId}/people/{personId}/account',
  summary: 'Whether somebody can sign in, and has done so',
  request: { params: personParams },
  responses: { 200: json(AccountView, 'As the sign-in says') },
  refuses: ['not_permitted', 'organization_not_found', 'person_not_found'],
});

export const inviteAgain = route({
  method: 'post',
  path: '/api/directory/{organizationId}/people/{personId}/invitation',
  summary: 'Send the invitation once more to somebody who has not followed it',
  request: { params: personParams, headers: IdempotencyKey },
  responses: { 200: json(AccountView, 'With a new password for the first time') },
  refuses: [
    'not_permitted',
    'organization_not_found',
    'person_not_found',
    'entry_changed',
    'status_wrong',
  ],
});

export const forgetSecondFactor = route({
  method: 'post',
  path: '/api/directory/{organizationId}/people/{personId}/second-factor-loss',
  summary: 'Somebody has lost their second factor',
  request: { params: personParams, headers: IdempotencyKey },
  responses: {
    200: json(
      AccountView,
      'They set up another when they next sign in; who signs or seals, when it stands',
    ),
  },
  refuses: ['not_permitted', 'organization_not_found', 'person_not_found', 'entry_changed'],
});

export const settleAccess = route({
  method: 'post',
  path: '/api/directory/{organizationId}/people/{personId}/access/settlement',
  summary: 'Agree to what another administrator has changed of their way in, or let it take effect',
  request: {
    params: personParams,
    headers: IdempotencyKey,
    body: body(
      z.strictObject({ version: Sha256.describe('Of the person, as they were seen (ETag)') }),
    ),
  },
  responses: { 200: json(AccountView, 'All of it stands') },
  refuses: [
    'not_permitted',
    'organization_not_found',
    'person_not_found',
    'email_taken',
    'entry_changed',
    'status_wrong',
    'second_administrator_missing',
  ],
});

export const callOffAccess = route({
  method: 'post',
  path: '/api/directory/{organizationId}/people/{personId}/access/calling-off',
  summary: 'What has not taken effect of their way in never does; for them as well',
  request: { params: personParams, headers: IdempotencyKey },
  responses: { 200: json(Nothing, 'They come in as before') },
  refuses: [
    'not_permitted',
    'organization_not_found',
    'person_not_found',
    'entry_changed',
    'status_wrong',
  ],
});

export const readRegister = route({
  method: 'get',
  path: '/api/directory/{organizationId}/registers/{year}/{series}',
  summary: 'How far a register is',
  request: { params: registerParams },
  responses: { 200: json(RegisterCounter, 'Without a date, no number was given here') },
  refuses: ['not_permitted', 'organization_not_found'],
});

export const openRegister = route({
  method: 'put',
  path: '/api/directory/{organizationId}/registers/{year}/{series}',
  summary: 'The last number that was used on paper',
  request: {
    params: registerParams,
    body: body(z.strictObject({ lastNumber: RegisterCounter.shape.lastNumber.max(999_998) })),
  },
  responses: { 200: json(RegisterCounter, 'The next number is the one after it') },
  refuses: ['not_permitted', 'organization_not_found', 'entry_changed', 'register_in_use'],
});

export const readChanges = route({
  method: 'get',
  path: '/api/directory/{organizationId}/changes',
  summary: 'Who changed what of an organization, its people and its settings',
  request: { params: organizationParams, query: PageQuery },
  responses: { 200: json(listOf(EventView), 'Newest first') },
  refuses: ['not_permitted', 'organization_not_found'],
});

export const readChecklist = route({
  method: 'get',
  path: '/api/directory/{organizationId}/checklist',
  summary: 'What an office lacks before it can issue its first report, and whose press it is',
  request: { params: organizationParams },
  responses: { 200: json(z.object({ items: z.array(ChecklistLine) }), 'Every line, done or not') },
  refuses: ['not_permitted', 'organization_not_found'],
});

export const listUnsentMails = route({
  method: 'get',
  path: '/api/directory/{organizationId}/unsent-mails',
  summary: 'Mails to its people that did not leave, of the last month',
  request: { params: organizationParams, query: PageQuery },
  responses: { 200: json(listOf(UnsentMailRow), 'Newest first') },
  refuses: ['not_permitted', 'organization_not_found'],
});
