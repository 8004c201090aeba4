// Who learns what by mail? That something waits, not what it says: no document and no link that does anything by itself.

import type { AccessChange } from '../../domain/directory/access-change.ts';
import { hasRole, isValidAt, type Person, type Role } from '../../domain/directory/organization.ts';
import { hasPower, standsFrom } from '../../domain/directory/settled-access.ts';
import type { OrganizationId, PersonId } from '../../domain/ids.ts';
import type { Delivery } from '../../domain/issued/delivery.ts';
import { writtenMoment } from '../../domain/office-calendar.ts';
import type { Asked } from '../../domain/workflow/asked.ts';
import type { Addressee } from '../ports.ts';
import { lineOf } from '../reading/line-of.ts';
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

const OF_YOURS = 'Thay đổi về đăng nhập của bạn';
const IS_DONE = 'Việc này đã có hiệu lực.';
const OBJECTION = 'Nếu có gì không đúng, hãy báo ngay lãnh đạo cơ quan hoặc một quản trị khác.';

/** After somebody's name: “… đổi địa chỉ thư đăng nhập của bạn thành …”. */
const whatIsChanged = (change: AccessChange, whose: string): string => {
  if (change.kind === 'email') return `đổi địa chỉ thư đăng nhập của ${whose} thành ${change.to}`;
  if (change.kind === 'secondFactor') return `đặt lại xác thực hai bước của ${whose}`;
  return `giao cho ${whose} vai trò quản trị`;
};

/** Until when nobody may act by it, and what else ends that. */
const fromWhenOn = (change: AccessChange): string => {
  const when = `khi một quản trị khác đồng ý, hoặc từ ${writtenMoment(standsFrom(change))}`;
  if (change.kind === 'rights')
    return `Vai trò này có hiệu lực ngay; riêng quyền đồng ý việc của quản trị khác chỉ có ${when}.`;
  return change.isHeld
    ? `Việc này chỉ có hiệu lực ${when}; đến lúc đó chưa ký số, chưa ký số cơ quan được.`
    : IS_DONE;
};

/** Under the address of now, and those of before. */
const addressed = (person: Person, changes: readonly AccessChange[]): Addressee[] => {
  const { id, organizationId, email } = person;
  const others = changes.flatMap((one) => (one.kind === 'email' ? [one.from] : []));
  return [...new Set([email, ...others])].map((each) => ({ id, organizationId, email: each }));
};

/** What was held takes effect, by whoever agreed or after the day: the person hears of it where they were told before. */
export const tellOfSettled = async (
  { mail }: Post,
  about: { person: Person; changes: readonly AccessChange[]; byName: string },
): Promise<void> => {
  const { person, changes, byName } = about;
  const what = changes.map((change) => whatIsChanged(change, 'bạn')).join(', ');
  const text = `Quản trị ${byName} cho thực hiện yêu cầu ${what}. ${IS_DONE} ${OBJECTION}`;
  await mail.send({ to: addressed(person, changes), subject: OF_YOURS, text });
};

/** Whoever keeps an organization: its administrators, and those of what it lies under. */
const keepersOf = async (post: Post, id: OrganizationId): Promise<Person[]> => {
  const organization = await post.directory.organization(id);
  const line = organization === null ? [] : await lineOf(post, organization);
  const keepers = await Promise.all(line.map((one) => holders(post, one.id, 'administrator')));
  return keepers.flat();
};

/**
 * An administrator has changed how somebody comes in, or has made them one. They hear of it under every address that was
 * theirs within the day, so that nobody comes in as them unheard. Whoever else keeps the office can agree or object, where
 * anything comes of it: when they sign, seal or keep the office. Of a new administrator those who sign hear as well, for
 * whoever named them may have been the only one.
 */
export const tellOfAccess = async (
  post: Post,
  about: { person: Person; change: AccessChange; byName: string },
): Promise<void> => {
  const { person, change, byName } = about;
  const { organizationId, accessChanges } = person;
  const by = `Quản trị ${byName}`;
  const when = fromWhenOn(change);
  const objection = change.isHeld
    ? 'Nếu bạn không yêu cầu, hãy đăng nhập và bấm Không phải tôi yêu cầu, rồi báo ngay lãnh đạo cơ quan.'
    : OBJECTION;
  const theirs = `${by} ${whatIsChanged(change, 'bạn')}. ${when} ${objection}`;
  const to = addressed(person, accessChanges);
  await post.mail.send({ to, subject: OF_YOURS, text: theirs });

  if (!change.isHeld && !hasPower(person)) return;
  const keepers = await keepersOf(post, organizationId);
  const signers = change.kind === 'rights' ? await holders(post, organizationId, 'signer') : [];
  const others = [...keepers, ...signers].filter(
    ({ id }) => id !== person.id && id !== change.askedBy,
  );
  const otherwise = change.isHeld ? 'bấm Hủy yêu cầu' : 'khóa tài khoản này';
  const help = `Hãy hỏi trực tiếp ${person.name}. Quản trị khác mở tên người này ở Danh bạ để đồng ý; nếu không đúng thì ${otherwise}.`;
  const text = `${by} ${whatIsChanged(change, person.name)}. ${when} ${help}`;
  await send(post, others, `Thay đổi về đăng nhập của ${person.name}`, text);
};
