// Who learns what by mail? That something waits, not what it says: no document and no link that does anything by itself.

import { hasRole, isValidAt, type Person, type Role } from '../../domain/directory/organization.ts';
import type { OrganizationId, PersonId } from '../../domain/ids.ts';
import type { Delivery } from '../../domain/issued/delivery.ts';
import type { Asked } from '../../domain/workflow/asked.ts';
import type { Needs } from '../world.ts';

type Post = Needs<'directory' | 'mail' | 'clock'>;

/** Everybody of an organization who holds a role today. */
const holders = async (
  { directory, clock }: Post,
  id: OrganizationId,
  role: Role,
): Promise<Person[]> =>
  (await directory.people(id)).filter((person) => hasRole(person, role, clock.now()));

/** Sends one message to each, once, if there is anybody to read it. */
const send = async (
  { mail }: Post,
  people: Person[],
  subject: string,
  text: string,
): Promise<void> => {
  const to = [...new Map(people.map((one) => [one.id, one])).values()];
  if (to.length > 0) await mail.send({ to, subject, text });
};

const WAITING = {
  round: 'Có văn bản chờ xử lý',
  seal: 'Có văn bản chờ ký số cơ quan',
  stuck: 'Có văn bản chưa phát hành được',
} as const;

/** Those on whose lists something new stands. */
export const tellThoseAsked = async (post: Post, asked: Asked[], again = false): Promise<void> => {
  for (const { asked: who, organizationId, wait, subject } of asked) {
    const people =
      'role' in who
        ? await holders(post, organizationId, 'clerk')
        : await present(post, who.person);
    const about = WAITING[wait.kind];
    await send(post, people, again ? `Nhắc: ${about}` : about, `${about}: “${subject}”.`);
  }
};

/** One person, if their office is not over. */
const present = async ({ directory, clock }: Post, id: PersonId): Promise<Person[]> => {
  const person = await directory.person(id);
  return person && isValidAt(person, clock.now()) ? [person] : [];
};

/** After several reminders in vain, the clerk and the drafter know as well. */
export const tellOfDelay = async (
  post: Post,
  about: { organizationId: OrganizationId; drafterId: PersonId; subject: string },
): Promise<void> => {
  const people = [
    ...(await holders(post, about.organizationId, 'clerk')),
    ...(await present(post, about.drafterId)),
  ];
  const subject = 'Văn bản chờ xử lý quá lâu';
  await send(post, people, subject, `${subject}: “${about.subject}”.`);
};

/** Drafters learn how their submission ended. */
export const tellDrafter = async (
  post: Post,
  about: { drafterId: PersonId; subject: string; how: string },
): Promise<void> =>
  send(
    post,
    await present(post, about.drafterId),
    `Văn bản ${about.how}`,
    `Văn bản “${about.subject}” ${about.how}.`,
  );

/** A certificate runs out: its holder, if it is a person's, and the administrators can do something about it. */
export const tellOfExpiry = async (
  post: Post,
  about: { organizationId: OrganizationId; person: Person | null; name: string; daysLeft: number },
): Promise<void> => {
  const people = [
    ...(about.person ? await present(post, about.person.id) : []),
    ...(await holders(post, about.organizationId, 'administrator')),
  ];
  const subject = `Chứng thư chữ ký số sắp hết hạn: còn ${about.daysLeft} ngày`;
  await send(
    post,
    people,
    subject,
    `${subject}. Chủ thể: ${about.name}. Hết hạn mà chưa thay thì không ký số được.`,
  );
};

/** The recipient's officers learn that something has arrived. */
export const tellRecipient = async (
  post: Post,
  about: Pick<Delivery, 'recipientId' | 'senderName' | 'subject'>,
): Promise<void> =>
  send(
    post,
    await holders(post, about.recipientId, 'recipientOfficer'),
    'Có văn bản đến',
    `${about.senderName} gửi: “${about.subject}”.`,
  );

/** A recipient cannot be reached; the clerks say where it goes. */
export const tellOfHeldDelivery = async (
  post: Post,
  about: { organizationId: OrganizationId; recipientName: string; subject: string },
): Promise<void> =>
  send(
    post,
    await holders(post, about.organizationId, 'clerk'),
    'Có văn bản chưa gửi được đến nơi nhận',
    `Chưa gửi được “${about.subject}” đến ${about.recipientName}. Hãy chọn nơi nhận khác, hoặc ghi lý do không gửi được.`,
  );

/** A recipient has sent it back: the clerks decide where it goes, and the drafter knows. */
export const tellOfReturn = async (
  post: Post,
  about: {
    organizationId: OrganizationId;
    drafterId: PersonId;
    recipientName: string;
    subject: string;
  },
): Promise<void> => {
  const people = [
    ...(await holders(post, about.organizationId, 'clerk')),
    ...(await present(post, about.drafterId)),
  ];
  const text = `Văn bản “${about.subject}” bị ${about.recipientName} trả lại nơi gửi. Hãy xem lý do; văn thư chọn nơi nhận khác hoặc ghi nhận không gửi.`;
  await send(post, people, 'Văn bản bị trả lại nơi gửi', text);
};

/** Somebody has remarked on what they have to do with. */
export const tellOfRemark = async (
  post: Post,
  about: { people: PersonId[]; byName: string; subject: string },
): Promise<void> => {
  const people = await Promise.all(about.people.map((id) => present(post, id)));
  const text = `${about.byName} góp ý về văn bản “${about.subject}”.`;
  await send(post, people.flat(), 'Có góp ý về văn bản đang trình', text);
};
