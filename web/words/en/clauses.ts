// What does a clause of Decree 30/2020 ask for, in plain words? The words of `vi/clauses.ts`, in English.
import type { clauses as vi } from '../vi/clauses.ts';

export const clauses: typeof vi = {
  compulsory:
    'An administrative document must have nine parts: national name and motto; the issuing agency; number and symbol; place and date; type and subject; the body; title, name and signature of the signer; the agency’s digital signature; the recipients.',
  letters:
    'Documents are set in Times New Roman, in Unicode, in black. A sign that this font does not have cannot be printed and has to be replaced.',
  agency:
    'The issuing agency is named in full, by its official name. The agency directly above it, if any, stands in the line before, and its usual phrases may be abbreviated. By practice a People’s Committee names none above it.',
  symbol:
    'The number is in Arabic figures and goes on through the year, beginning at 01; below 10 it has a zero in front. The symbol is made of the abbreviations of the type and of the agency, as in 118/BC-UBND. An official letter names no type but the drafting unit or the field, as in 12/UBND-VX.',
  typeInSymbol:
    'The abbreviation of the type is taken from the table in Annex III: BC for a report, KH for a plan, QĐ for a decision. An official letter has none.',
  placeAndDate:
    'The place is the official name of the unit in which the agency sits; only a unit named after a person, a number or an event keeps the common noun, as Phường 1 does. Days below 10 and months 1 and 2 have a zero in front; the year has four figures: ngày 05 tháng 3 năm 2020.',
  subject:
    'The subject is one short sentence or phrase that says what the document is about, right below its type. An official letter has it after “V/v”, below number and symbol.',
  body: 'Headings go by I., 1., a), and skip no level; those of one level look alike. The first citation gives type, number, symbol, date, agency and subject; later ones type, number and symbol only. Each legal basis has a line of its own that ends with a semicolon, the last with a full stop. An abbreviation is explained where it first stands.',
  signature:
    'On behalf of a collective TM. stands before its name. A deputy who signs for the head writes KT. before the head’s title, and the own title in the next line. By order is TL., by sub-delegation TUQ., acting head Q. No degree or honour stands before the name.',
  recipients:
    '“Kính gửi” is for official letters, submissions and reports to a superior. The recipients then begin with “- Như trên;” and do not repeat the addressees. The last line is “- Lưu: VT” with the abbreviation of the drafting unit.',
  appendix:
    'If a document has an appendix, its body has to refer to it. Two appendices and more are numbered in Roman numerals.',
  secrecy:
    'Secret documents go by the law on state secrets. This system is on a network and takes none.',
  capitals:
    'Capitals are for the beginning of a sentence, for names, and for the cases that Annex II lists. A common phrase such as cải cách hành chính is in small letters.',
  sentences:
    'A sentence begins with a capital: after a full stop, a question mark, an exclamation mark and in a new line. After a comma or semicolon small letters follow, except in names.',
  places:
    'In the name of an administrative unit each syllable begins with a capital, without hyphens: Sơn Trung, Hương Sơn.',
  units:
    'The common noun of an administrative unit is in small letters, its name in capitals: xã Sơn Trung, huyện Hương Sơn. Where a unit is named after a person, a number or an event, the common noun has a capital as well: Phường 1.',
  agencies:
    'In the name of an agency the words for its kind, function and field begin with a capital: Ủy ban nhân dân, Hội đồng nhân dân, Phòng Nội vụ, Mặt trận Tổ quốc.',
  documents:
    'The type of a certain document begins with a capital: Kế hoạch số 11/KH-UBND, Nghị định số 30/2020/NĐ-CP.',
  parts:
    'In a citation Phần, Chương, Mục and Điều begin with a capital; khoản and điểm are in small letters: khoản 2 Điều 8.',
  abbreviations:
    'Annex III has the table of abbreviations: QĐ for a decision, KH for a plan, BC for a report. In a citation, type and symbol have to mean the same.',
  endMark:
    'In the samples of Annex III the body ends with “./.” after its last word. The system prints it by itself; do not type it.',
  marks:
    'Decree 30/2020/NĐ-CP does not say how marks are typed. By practice a mark follows its word at once, then one space; one document keeps to one way of writing.',
  figures:
    'Decree 30/2020/NĐ-CP does not say how figures are written within a sentence. By Vietnamese practice thousands are set apart by full stops and decimals by a comma: 1.250, 98,5%. A date must exist, and not lie ahead where something is done already.',
  blanks:
    'A blank (…) comes from the template and waits to be filled in. What is issued cannot be changed, so it has to be filled in or taken out before anybody signs.',
  lists:
    'Decree 30/2020/NĐ-CP does not rule bullets in the body. By practice each point has a line; let the system print “-” and “+” rather than typing them, so that the lines stand in line.',
  tables:
    'Decree 30/2020/NĐ-CP does not rule tables. By practice a table has a header row, no empty row, and columns that are wide enough for a word.',
  pages:
    'Decree 30/2020/NĐ-CP does not say where pages end before the signature. By practice recipients and signature have no page of their own: a few lines of the text stand on it, so that nobody can change the pages before.',
  directory:
    'A recipient has to be an agency that is at work, in the directory. One that has ended receives nothing; choose the one that follows it.',
};
