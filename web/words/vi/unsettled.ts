// What is somebody told whose way in, or whose powers, are about to change?

export const unsettled = {
  title: 'Đăng nhập và vai trò của bạn',
  held: {
    rights: () => '',
    secondFactor: () => 'Quản trị yêu cầu đặt lại xác thực hai bước của bạn.',
    email: (to: string) => `Quản trị yêu cầu đổi thư đăng nhập của bạn thành ${to}.`,
  },
  done: {
    rights: () => 'Quản trị vừa giao cho bạn vai trò quản trị.',
    secondFactor: () => 'Quản trị vừa đặt lại xác thực hai bước của bạn.',
    email: (to: string) => `Quản trị vừa đổi thư đăng nhập của bạn thành ${to}.`,
  },
  /** What somebody does by a role, where an administrator alone must not have given it. */
  power: {
    signer: 'ký số',
    clerk: 'ký số cơ quan',
    administrator: 'đồng ý việc của quản trị khác',
  },
  until: (power: string, moment: string) =>
    `Bạn được ${power} từ ${moment}, hoặc ngay khi một quản trị khác đồng ý.`,
  notMe: 'Không phải tôi yêu cầu',
};
