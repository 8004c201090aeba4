// Who is there on the first day? Invented people in the offices that the seed report goes through.
import type { Organization, Person } from '../../../functions/domain/directory/organization.ts';
import { USUAL_SEAL_DIAMETER } from '../../../functions/domain/directory/organization.ts';
import { type OrganizationId, PersonId } from '../../../functions/domain/ids.ts';

/** Before anything can happen here. */
const SINCE = '2023-01-01T00:00:00Z';
/** Half a working day until somebody is reminded, three times before others are told. */
const REMINDERS = { remindAfterSeconds: 4 * 3_600, remindersBeforeEscalation: 3 };
export const REMIND_AFTER_MS = REMINDERS.remindAfterSeconds * 1_000;

const organization = (
  given: Pick<Organization, 'id' | 'name' | 'parentId' | 'superiorLine' | 'agencyLines'> &
    Pick<Organization, 'place' | 'abbreviation' | 'code'> & {
      settings?: Partial<Organization['settings']>;
    },
): Organization => ({
  ...given,
  validFrom: SINCE,
  validUntil: null,
  successorId: null,
  settings: {
    sealing: 'clerk',
    series: 'perType',
    chain: [],
    ...REMINDERS,
    sealDiameter: USUAL_SEAL_DIAMETER,
    withoutTimestamp: 'goOn',
    revokedCertificates: [],
    ...given.settings,
  },
  sealKey: null,
  sealImage: null,
});

const DISTRICT = 'org_huyen-huong-son';

/** With which the directory begins. */
export const FIRST_OFFICE = organization({
  id: 'org_son-trung',
  name: 'UBND xã Sơn Trung',
  parentId: DISTRICT,
  superiorLine: null,
  agencyLines: ['ỦY BAN NHÂN DÂN', 'XÃ SƠN TRUNG'],
  place: 'Sơn Trung',
  abbreviation: 'UBND',
  code: 'H99.10.01',
  settings: {
    // The way from signature to inbox runs by itself; the register says that the seal was automatic.
    sealing: 'automatic',
    chain: [
      { kind: 'review', people: [PersonId.parse('le-quoc-hung')], needed: 1 },
      { kind: 'sign', people: [PersonId.parse('nguyen-van-minh')], needed: 1 },
    ],
  },
});

export const ORGANIZATIONS: Organization[] = [
  FIRST_OFFICE,
  organization({
    id: DISTRICT,
    name: 'UBND huyện Hương Sơn',
    parentId: null,
    superiorLine: null,
    agencyLines: ['ỦY BAN NHÂN DÂN', 'HUYỆN HƯƠNG SƠN'],
    place: 'Hương Sơn',
    abbreviation: 'UBND',
    code: 'H99.10',
  }),
  organization({
    id: 'org_phong-noi-vu',
    name: 'Phòng Nội vụ huyện Hương Sơn',
    parentId: DISTRICT,
    superiorLine: 'ỦY BAN NHÂN DÂN HUYỆN HƯƠNG SƠN',
    agencyLines: ['PHÒNG NỘI VỤ'],
    place: 'Hương Sơn',
    abbreviation: 'PNV',
    code: 'H99.10.51',
  }),
  organization({
    id: 'org_phong-van-hoa',
    name: 'Phòng Văn hóa - Thông tin huyện Hương Sơn',
    parentId: DISTRICT,
    superiorLine: 'ỦY BAN NHÂN DÂN HUYỆN HƯƠNG SƠN',
    agencyLines: ['PHÒNG VĂN HÓA - THÔNG TIN'],
    place: 'Hương Sơn',
    abbreviation: 'PVHTT',
    code: 'H99.10.52',
  }),
  organization({
    id: 'org_son-mau',
    name: 'UBND xã Sơn Mẫu',
    parentId: DISTRICT,
    superiorLine: null,
    agencyLines: ['ỦY BAN NHÂN DÂN', 'XÃ SƠN MẪU'],
    place: 'Sơn Mẫu',
    abbreviation: 'UBND',
    code: 'H99.10.02',
  }),
];

const person = (
  id: string,
  name: string,
  organizationId: OrganizationId,
  title: string,
  roles: Person['roles'],
  signatureBlock: Person['signatureBlock'] = null,
): Person => ({
  id: PersonId.parse(id),
  organizationId,
  name,
  title,
  // A domain that never receives anything (RFC 2606).
  email: `${id}@example.com`,
  roles,
  validFrom: SINCE,
  validUntil: null,
  signatureBlock,
  signingKey: null,
  signatureImage: null,
  accessChanges: [],
});

const COMMUNE = FIRST_OFFICE.id;

/** Who is let in first, and lets in everybody else. */
export const ADMINISTRATOR = person('dinh-cong-tuan', 'Đinh Công Tuấn', COMMUNE, 'Quản trị', [
  'administrator',
]);

/** Everybody whom the administrators of their offices have let in since. */
export const OTHERS: Person[] = [
  person('tran-thi-thu-ha', 'Trần Thị Thu Hà', COMMUNE, 'Công chức Văn phòng - Thống kê', [
    'drafter',
  ]),
  person('le-quoc-hung', 'Lê Quốc Hưng', COMMUNE, 'Phó Chủ tịch', ['reviewer', 'signer'], {
    authority: 'TM. ỦY BAN NHÂN DÂN',
    titles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    name: 'Lê Quốc Hưng',
  }),
  person('nguyen-van-minh', 'Nguyễn Văn Minh', COMMUNE, 'Chủ tịch', ['signer'], {
    authority: 'TM. ỦY BAN NHÂN DÂN',
    titles: ['CHỦ TỊCH'],
    name: 'Nguyễn Văn Minh',
  }),
  person('phan-thi-ngoc-lan', 'Phan Thị Ngọc Lan', COMMUNE, 'Văn thư', [
    'clerk',
    'recipientOfficer',
  ]),
  person('vo-thi-hong-nhung', 'Võ Thị Hồng Nhung', 'org_phong-noi-vu', 'Văn thư', [
    'recipientOfficer',
  ]),
  person('bui-duc-long', 'Bùi Đức Long', 'org_phong-van-hoa', 'Văn thư', ['recipientOfficer']),
  person('ho-thi-mai', 'Hồ Thị Mai', DISTRICT, 'Văn thư', ['clerk', 'recipientOfficer']),
  person('pham-van-khoa', 'Phạm Văn Khoa', 'org_son-mau', 'Công chức Văn phòng - Thống kê', [
    'drafter',
    'clerk',
    'recipientOfficer',
  ]),
];

/** Under which addresses they sign in. */
export const firstAccounts = () =>
  [ADMINISTRATOR, ...OTHERS].map(({ id, email }) => ({ sub: id, email }));

/** The last number that the commune used on paper, so that the seed report becomes 118/BC-UBND. */
export const REGISTER = {
  organizationId: COMMUNE,
  series: 'baoCao',
  lastNumber: 117,
} as const;

/** Who signs with a key of their own, and which agency has a seal. */
export const SIGNERS = ['nguyen-van-minh', 'le-quoc-hung'];
export const SEAL_OWNER = COMMUNE;
