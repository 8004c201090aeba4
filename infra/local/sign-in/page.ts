// What does somebody see who signs in? Plain pages in Vietnamese that work without JavaScript: everybody with what waits for
// them, one press each, and below it a name and a password to be typed, as at Cognito's.
import type { Role } from '../../../functions/domain/directory/organization.ts';
import type { SignInPerson } from './people.ts';
import { STYLE } from './style.ts';
import type { Work } from './work.ts';

const DUTIES: Record<Role, string> = {
  drafter: 'soạn thảo',
  reviewer: 'kiểm tra',
  signer: 'ký',
  clerk: 'phát hành',
  recipientOfficer: 'tiếp nhận',
  administrator: 'quản trị',
};

const dutiesBy = (roles: Role[]) => roles.map((role) => DUTIES[role]).join(', ');

/** As on the terminal: title, and what the person does here. */
export const dutiesOf = ({ title, roles }: Pick<SignInPerson, 'title' | 'roles'>): string =>
  [title, dutiesBy(roles)].filter(Boolean).join(': ');

const WORK: Record<Work['kind'], string> = {
  toSign: 'văn bản chờ ký',
  toReview: 'văn bản chờ kiểm tra',
  toDecide: 'văn bản chờ xử lý',
  returned: 'văn bản bị trả lại',
  drafts: 'dự thảo đang soạn',
  toSeal: 'văn bản chờ văn thư',
  unread: 'văn bản đến chưa đọc',
};

const saidWork = ({ kind, count, isMore }: Work) => `${count}${isMore ? '+' : ''} ${WORK[kind]}`;

/** Said at the head of the list, and nowhere in what is deployed. */
export const LIST_TITLE = 'Bạn vào với vai ai?';
/** Where the list stands outside a sign-in that is under way. */
export const LIST_PATH = '/oidc/people';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

const page = (title: string, content: string) => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} · Trình Ký</title>
<style>${STYLE}
</style>
</head>
<body><main>
<p class="house">Trình Ký <span>bản chạy thử trên máy này</span></p>
<h1>${escaped(title)}</h1>
${content}
</main></body>
</html>`;

const press = (person: SignInPerson, work: Work[]) =>
  `<li><button class="person" name="person" value="${escaped(person.id)}">
<span class="who"><strong>${escaped(person.name)}</strong> <span>${escaped(dutiesOf(person))}</span></span>
<span class="work">${work.map((one) => `<span>${escaped(saidWork(one))}</span>`).join(' ')}</span>
</button></li>`;

export type Offer = { people: SignInPerson[]; work: Map<string, Work[]> };

const list = (action: string, { people, work }: Offer) => {
  const offices = Object.entries(Object.groupBy(people, ({ organization }) => organization));
  const groups = offices.map(
    ([office, members = []]) => `<h2>${escaped(office)}</h2>
<ul>
${members.map((person) => press(person, work.get(person.id) ?? [])).join('\n')}
</ul>`,
  );
  if (people.length === 0)
    return '<p>Chưa có ai trong danh bạ. Người đầu tiên vào bằng lệnh <code>npm run -s cli -- bootstrap</code>.</p>';
  return `<p>Bấm vào một người để đăng nhập. Tất cả đều là nhân vật hư cấu.</p>
<form method="post" action="${escaped(action)}">
${groups.join('\n')}
</form>`;
};

const typed = (action: string, isWrong: boolean) => `<details${isWrong ? ' open' : ''}>
<summary>Đăng nhập bằng tên và mật khẩu</summary>
${isWrong ? '<p class="wrong" role="alert">Tên đăng nhập hoặc mật khẩu không đúng.</p>' : ''}
<form method="post" action="${escaped(action)}" novalidate>
<label for="username">Tên đăng nhập (thư điện tử)</label>
<input id="username" name="username" required autocomplete="username">
<label for="password">Mật khẩu</label>
<input type="password" id="password" name="password" required autocomplete="current-password" aria-describedby="one-password">
<small id="one-password">Mật khẩu dùng chung của bản chạy thử, in ra khi khởi động.</small>
<div><button class="main" type="submit">Đăng nhập</button></div>
</form>
</details>`;

/** Two forms that post to `action`: `person`, or `username` and `password`. */
export const signInPage = (action: string, offer: Offer, isWrong: boolean): string =>
  page(
    LIST_TITLE,
    `${list(action, offer)}
${typed(action, isWrong)}
<p><small>Muốn đổi người cho nhanh: mở <a href="${LIST_PATH}" target="_blank">danh sách này ở một thẻ riêng</a>.</small></p>`,
  );

/** The list alone: a press begins a sign-in of its own. */
export const peoplePage = (offer: Offer): string => page(LIST_TITLE, list(LIST_PATH, offer));

export const messagePage = (title: string, text: string): string =>
  page(title, `<p>${escaped(text)}</p>`);
