// Which types of administrative document are there, and how are they abbreviated?
// Decree 30/2020, Article 7 and Annex III: 29 types; công văn and thư công have no abbreviation.

/** The printed name and the abbreviation that stands in the symbol (`BC` in `118/BC-UBND`). */
export const DOCUMENT_TYPES = {
  nghiQuyet: { name: 'Nghị quyết', abbreviation: 'NQ' },
  quyetDinh: { name: 'Quyết định', abbreviation: 'QĐ' },
  chiThi: { name: 'Chỉ thị', abbreviation: 'CT' },
  quyChe: { name: 'Quy chế', abbreviation: 'QC' },
  quyDinh: { name: 'Quy định', abbreviation: 'QyĐ' },
  thongCao: { name: 'Thông cáo', abbreviation: 'TC' },
  thongBao: { name: 'Thông báo', abbreviation: 'TB' },
  huongDan: { name: 'Hướng dẫn', abbreviation: 'HD' },
  chuongTrinh: { name: 'Chương trình', abbreviation: 'CTr' },
  keHoach: { name: 'Kế hoạch', abbreviation: 'KH' },
  phuongAn: { name: 'Phương án', abbreviation: 'PA' },
  deAn: { name: 'Đề án', abbreviation: 'ĐA' },
  duAn: { name: 'Dự án', abbreviation: 'DA' },
  baoCao: { name: 'Báo cáo', abbreviation: 'BC' },
  bienBan: { name: 'Biên bản', abbreviation: 'BB' },
  toTrinh: { name: 'Tờ trình', abbreviation: 'TTr' },
  hopDong: { name: 'Hợp đồng', abbreviation: 'HĐ' },
  congVan: { name: 'Công văn', abbreviation: null },
  congDien: { name: 'Công điện', abbreviation: 'CĐ' },
  banGhiNho: { name: 'Bản ghi nhớ', abbreviation: 'BGN' },
  banThoaThuan: { name: 'Bản thỏa thuận', abbreviation: 'BTT' },
  giayUyQuyen: { name: 'Giấy ủy quyền', abbreviation: 'GUQ' },
  giayMoi: { name: 'Giấy mời', abbreviation: 'GM' },
  giayGioiThieu: { name: 'Giấy giới thiệu', abbreviation: 'GGT' },
  giayNghiPhep: { name: 'Giấy nghỉ phép', abbreviation: 'GNP' },
  phieuGui: { name: 'Phiếu gửi', abbreviation: 'PG' },
  phieuChuyen: { name: 'Phiếu chuyển', abbreviation: 'PC' },
  phieuBao: { name: 'Phiếu báo', abbreviation: 'PB' },
  thuCong: { name: 'Thư công', abbreviation: null },
} as const satisfies Record<string, { name: string; abbreviation: string | null }>;

export type DocumentType = keyof typeof DOCUMENT_TYPES;

/**
 * The symbol of a document: type and agency, `BC-UBND`; a công văn has agency and unit, `UBND-VX`.
 * Decree 30/2020, Annex I, II.3.
 */
export const symbolOf = (type: DocumentType, agency: string, unit?: string): string => {
  const { abbreviation } = DOCUMENT_TYPES[type];
  if (abbreviation !== null) return `${abbreviation}-${agency}`;
  return unit ? `${agency}-${unit}` : agency;
};
