// How is it said what administrators changed?
import type { AccessKind } from '../../../functions/domain/directory/access-change.ts';
import {
  changesOfPerson,
  type DirectoryChanges,
  dayIn,
  namesIn,
  type PartNames,
  partsIn,
  rolesIn,
} from '../directory-changes.ts';
import { life } from './life.ts';

const parts: PartNames = {
  role: life.role,
  person: {
    name: 'họ tên',
    title: 'chức vụ',
    email: 'thư điện tử',
    roles: 'vai trò',
    signature: 'khối chữ ký',
  },
  organization: {
    name: 'tên',
    superiorLine: 'cơ quan chủ quản',
    agencyLines: 'tên in ở đầu văn bản',
    place: 'địa danh',
    abbreviation: 'chữ viết tắt',
    code: 'mã định danh',
  },
  settings: {
    sealing: 'ký số cơ quan',
    series: 'cách đánh số',
    chain: 'các bước xử lý',
    remindAfterSeconds: 'thời gian nhắc',
    remindersBeforeEscalation: 'số lần nhắc',
    sealDiameter: 'đường kính dấu',
    withoutTimestamp: 'khi không có dấu thời gian',
  },
  none: '(trống)',
  changed: (part, before, after) => `${part} từ ${before} thành ${after}`,
};

const access: Record<AccessKind, string> = {
  rights: 'vai trò quản trị',
  secondFactor: 'đặt lại xác thực hai bước',
  email: 'đổi thư điện tử',
};

export const directoryChanges: DirectoryChanges = {
  personAdded: ({ name, roles }) => `thêm người dùng ${name}: ${rolesIn(parts, roles)}`,
  personChanged: (happening) => `sửa ${happening.name}: ${changesOfPerson(parts, happening)}`,
  officeEnded: ({ name }) => `khóa tài khoản của ${name}`,
  officeResumed: ({ name }) => `mở khóa tài khoản của ${name}`,
  invitedAgain: ({ name }) => `gửi lại hướng dẫn đăng nhập cho ${name}`,
  secondFactorForgotten: ({ name }) => `đặt lại xác thực hai bước của ${name}`,
  accessAsked: ({ name, what, email }) =>
    what === 'email'
      ? `yêu cầu đổi thư điện tử của ${name} thành ${email}`
      : `yêu cầu đặt lại xác thực hai bước của ${name}`,
  accessSettled: ({ name, what, email, agreed }) =>
    `${agreed ? 'đồng ý' : 'thực hiện sau 24 giờ'}: ${what.map((one) => access[one]).join(', ')} của ${name}${email ? ` thành ${email}` : ''}`,
  accessCalledOff: ({ name }) => `hủy yêu cầu thay đổi đăng nhập của ${name}`,
  organizationAdded: ({ name }) => `thêm ${name}`,
  organizationChanged: ({ name, after }) => `sửa ${name}: ${partsIn(parts.organization, after)}`,
  organizationClosed: ({ name }) => `kết thúc hoạt động của ${name}`,
  organizationReopened: ({ name }) => `mở lại hoạt động của ${name}`,
  settingsChanged: ({ after }) => `sửa cài đặt: ${partsIn(parts.settings, after)}`,
  registerOpened: ({ year, lastNumber }) => `đặt số cuối trên sổ giấy năm ${year} là ${lastNumber}`,
  registerConfirmed: ({ year, lastNumber }) =>
    `xác nhận sổ năm ${year}, đã cấp đến số ${lastNumber}, đúng với sổ giấy`,
  keyEnrolled: () => 'nạp chứng thư chữ ký số',
  certificateRevoked: () => 'thu hồi chứng thư chữ ký số',
  imageGiven: ({ holder }) =>
    holder.kind === 'person' ? 'đưa lên ảnh chữ ký' : 'đưa lên ảnh con dấu',
  authoritiesTrusted: ({ authorities, reason }) =>
    `tin cậy nơi cấp chứng thư: ${namesIn(authorities)}${reason ? ` (${reason})` : ''}`,
  authoritiesEnded: ({ authorities, until, reason }) =>
    `ngừng tin cậy nơi cấp chứng thư: ${namesIn(authorities)}, với chữ ký từ ngày ${dayIn(until)} (${reason})`,
};
