// What does the frame around all screens say?

export const app = {
  name: 'Trình Ký',
  purpose: 'Soạn thảo, trình ký, ký số và phát hành văn bản',
  skip: 'Đến nội dung chính',
  menu: 'Mở danh mục',
  closeMenu: 'Đóng danh mục',
  navigation: 'Danh mục',
  signIn: 'Đăng nhập',
  signInAgain: 'Đăng nhập lại',
  signOut: 'Đăng xuất',
  signInFailed: 'Chưa đăng nhập được. Hãy thử lại.',
  notAsked:
    'Trang đăng nhập chưa hỏi lại mật khẩu, nên chưa xác nhận được người đang ký là bạn. Hãy đăng xuất khỏi trang đó rồi đăng nhập lại. Văn bản và nội dung đã nhập được giữ nguyên.',
  signOutAndIn: 'Đăng xuất rồi đăng nhập lại',
  loading: 'Đang tải',
  more: 'Xem thêm',
  retry: 'Thử lại',
  cancel: 'Hủy',
  close: 'Đóng',
  notFound: 'Không tìm thấy trang.',
  home: 'Về trang đầu',
  failed: 'Trang gặp lỗi. Hãy tải lại.',
  incident: (code: string) => `Mã sự cố: ${code}.`,
  reload: 'Tải lại',
  dark: 'Nền tối',
  light: 'Nền sáng',
};

export const newVersion = {
  is: 'Trình Ký có bản mới. Tải lại trang để dùng; dự thảo đang soạn được giữ nguyên.',
  unsent: 'Trên trang có chữ bạn đã nhập mà chưa gửi. Hãy gửi hoặc lưu rồi mới tải lại.',
  screen: 'Màn hình này thuộc bản mới của Trình Ký. Tải lại trang để mở.',
  anyway: 'Bỏ chữ chưa gửi và tải lại',
  underWay: 'Một việc đang được thực hiện. Hãy chờ xong rồi tải lại.',
};

export const ways = {
  anew: 'Xem trạng thái mới',
  administrators: (names: string) => `Quản trị của cơ quan: ${names}.`,
};
