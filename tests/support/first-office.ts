// Which office begins in the tests of the first day?
import type { FirstDay } from '../../functions/domain/directory/first-day.ts';

/** What somebody who sets a system up for this commune writes down. */
export const OFFICE: FirstDay = {
  organization: {
    name: 'UBND xã Sơn Trung',
    superiorLine: null,
    agencyLines: ['ỦY BAN NHÂN DÂN', 'XÃ SƠN TRUNG'],
    place: 'Sơn Trung',
    abbreviation: 'UBND',
    code: 'H99.10.01',
  },
  administrator: { name: 'Lương Thị Kim', title: 'Quản trị', email: 'kim@example.com' },
};
