// What does somebody see who signs in? Plain pages in Vietnamese that work without JavaScript.
import type { Role } from '../../../functions/domain/directory/organization.ts';

/** Whom the page offers, and what for. */
export type SignInPerson = {
  id: string;
  name: string;
  title: string;
  organization: string;
  roles: Role[];
};

const DUTIES: Record<Role, string> = {
  drafter: 'soạn thảo',
  reviewer: 'kiểm tra',
  signer: 'ký',
  clerk: 'phát hành',
  recipientOfficer: 'tiếp nhận',
  administrator: 'quản trị',
};

/** As on the terminal: title, and what the person does here. */
export const dutiesOf = ({ title, roles }: SignInPerson): string =>
  [title, roles.map((role) => DUTIES[role]).join(', ')].filter(Boolean).join(': ');

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0; background: #f4f6f8; color: #1d2733; }
  main { max-width: 34rem; margin: 4rem auto; padding: 2rem; background: #fff; border-radius: 8px; box-shadow: 0 1px 4px #0002; }
  h1 { font-size: 1.4rem; margin: 0 0 1rem; }
  h2 { font-size: 1rem; margin: 1.2rem 0 .3rem; color: #46566a; }
  label.person { display: block; padding: .4rem .6rem; border-radius: 6px; cursor: pointer; }
  label.person:hover { background: #eef3f9; }
  small { color: #5a6878; }
  input[type=password] { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; margin-top: .3rem; border: 1px solid #9aa7b5; border-radius: 6px; }
  button { font: inherit; margin-top: 1.2rem; padding: .6rem 1.4rem; border: 0; border-radius: 6px; background: #14508c; color: #fff; cursor: pointer; }
  .wrong { background: #fdecea; color: #8c1d18; padding: .6rem .8rem; border-radius: 6px; }`;

const page = (title: string, content: string) => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Trình Ký</title>
<style>${STYLE}
</style>
</head>
<body><main>
<h1>${escaped(title)}</h1>
${content}
</main></body>
</html>`;

const choice = (person: SignInPerson) =>
  `<label class="person"><input type="radio" name="person" value="${escaped(person.id)}" required> ${escaped(person.name)} <small>${escaped(dutiesOf(person))}</small></label>`;

/** A form that posts `person` and `password` to `action`. */
export const signInPage = (action: string, people: SignInPerson[], wrong: boolean): string => {
  const groups = Object.entries(Object.groupBy(people, ({ organization }) => organization)).map(
    ([organization, members = []]) =>
      `<h2>${escaped(organization)}</h2>\n${members.map(choice).join('\n')}`,
  );
  const complaint = wrong
    ? '<p class="wrong" role="alert">Chưa chọn người hoặc mật khẩu không đúng.</p>'
    : '';
  return page(
    'Đăng nhập',
    `${complaint}
<form method="post" action="${escaped(action)}" novalidate>
${groups.join('\n')}
<h2><label for="password">Mật khẩu</label></h2>
<input type="password" id="password" name="password" required autocomplete="current-password">
<small>Mật khẩu dùng chung của bản chạy thử, in ra khi khởi động.</small>
<div><button type="submit">Đăng nhập</button></div>
</form>`,
  );
};

export const messagePage = (title: string, text: string): string =>
  page(title, `<p>${escaped(text)}</p>`);
