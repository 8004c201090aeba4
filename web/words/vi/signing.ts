// What do the screens about images, keys and certificates say?
import type { CertificateView } from '../../../functions/contracts/views.ts';
import type { KeptIn } from '../../../functions/domain/directory/key-holder.ts';
import { navigation } from './navigation.ts';

export const signing = {
  mine: navigation.mySigning,
  mineHelp: 'Đưa lên ảnh chữ ký một lần; từ văn bản sau, ảnh được đặt giữa chức vụ và họ tên.',
  all: navigation.keys,
  allHelp: 'Ai chưa có chứng thư chữ ký số: tạo yêu cầu cấp chứng thư, rồi nạp chứng thư được cấp.',
  image: 'Ảnh chữ ký',
  seal: 'Ảnh con dấu',
  noImage: 'Chưa có ảnh. Văn bản ký số mang dòng chữ ĐÃ KÝ SỐ thay cho ảnh.',
  noSeal: 'Chưa có ảnh con dấu. Dấu không hiện trên văn bản.',
  imageHelp: 'Tệp PNG, nét màu xanh, nền trong suốt, không quá 1 MB.',
  sealHelp: 'Tệp PNG, màu đỏ, nền trong suốt, không quá 1 MB.',
  chooseImage: 'Chọn ảnh',
  certificate: 'Chứng thư chữ ký số',
  noCertificate: 'Chưa có chứng thư chữ ký số, chưa ký số được. Hãy báo quản trị.',
  subject: 'Chủ thể',
  issuer: 'Nơi cấp',
  serialNumber: 'Số sê-ri',
  valid: (from: string, until: string) => `${from} – ${until}`,
  validity: 'Hiệu lực',
  stateName: 'Tình trạng',
  state: {
    valid: () => 'Đang hiệu lực',
    expiring: (daysLeft) => `Còn ${daysLeft} ngày. Hãy xin chứng thư mới.`,
    notYetValid: () => 'Chưa có hiệu lực',
    expired: () => 'Đã hết hạn, không ký số được',
    revoked: () => 'Đã thu hồi, không ký số được',
  } satisfies Record<CertificateView['state'], (daysLeft: number) => string>,
  keptInName: 'Khóa ký',
  keptIn: { kms: 'AWS KMS', secret: 'Tệp PKCS#12' } satisfies Record<KeptIn, string>,
  request: 'Tạo yêu cầu cấp chứng thư',
  requestFile: (name: string) => `Yêu cầu cấp chứng thư ${name}.csr`,
  requestHelp: 'Gửi tệp này cho nơi cấp chứng thư, rồi nạp chứng thư nhận được.',
  enrol: 'Nạp chứng thư',
  enrolHelp: 'Chọn tệp PEM: chứng thư của chủ thể ở đầu, các chứng thư cấp trên ở sau.',
  enrolled: 'Đã nạp chứng thư. Từ nay ký bằng khóa này.',
  revoke: 'Thu hồi',
  revokeQuestion: 'Thu hồi chứng thư này? Không ai ký bằng nó được nữa; văn bản đã ký giữ nguyên.',
};
