// What do people hear by mail about their way in? Cognito's two letters, in the words of the house, with the app's address.

/** What Cognito puts in by itself: the address that somebody signs in with, and a password or a code. */
const WHO = '{username}';
const CODE = '{####}';

/** Letters of a few sentences, one a line; Cognito sends them as HTML. */
const letter = (...lines: string[]): string => lines.join('<br>');

/** To whoever is let in, and again when an administrator sends it again. The password in it is good for so many days. */
export const invitation = (webUrl: string, days: number) => ({
  emailSubject: 'Trình Ký: hướng dẫn đăng nhập',
  emailBody: letter(
    'Bạn đã được thêm vào hệ thống Trình Ký.',
    '',
    `Địa chỉ: ${webUrl}`,
    `Tên đăng nhập: ${WHO}`,
    `Mật khẩu tạm: ${CODE}`,
    '',
    // Cognito's page speaks no Vietnamese, and its words cannot be changed.
    'Trang đăng nhập viết bằng tiếng Anh và hỏi lần lượt: tên đăng nhập (email address), mật khẩu (password), rồi mã 6 chữ số trong ứng dụng xác thực (authenticator app) trên điện thoại.',
    `Mật khẩu tạm dùng được trong ${days} ngày. Khi đăng nhập lần đầu, bạn đặt mật khẩu mới và cài đặt xác thực hai bước trên điện thoại.`,
    'Nếu mật khẩu tạm đã hết hạn, hãy nhờ quản trị của cơ quan gửi lại thư này.',
  ),
});

/** To whoever has forgotten their password. */
export const passwordReset = (webUrl: string) => ({
  emailSubject: 'Trình Ký: mã đặt lại mật khẩu',
  emailBody: letter(
    `Mã xác nhận để đặt lại mật khẩu Trình Ký: ${CODE}`,
    '',
    `Địa chỉ: ${webUrl}`,
    'Nếu bạn không yêu cầu đặt lại mật khẩu, hãy bỏ qua thư này và báo quản trị của cơ quan.',
  ),
});
