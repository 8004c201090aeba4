// What do the screens say in Vietnamese? The twelve texts that must be right stand here word for word.
import type { ApprovalRound } from '../../functions/domain/directory/organization.ts';
import type { ReportState } from '../../functions/domain/workflow/report-summary.ts';
import { administration } from './vi/administration.ts';
import { approval } from './vi/approval.ts';
import { attachments } from './vi/attachments.ts';
import { beginning } from './vi/beginning.ts';
import { checklist } from './vi/checklist.ts';
import { desk } from './vi/desk.ts';
import { editor } from './vi/editor.ts';
import { fields } from './vi/fields.ts';
import { happening } from './vi/happening.ts';
import { heldDeliveries } from './vi/held-deliveries.ts';
import { help } from './vi/help.ts';
import { inbox } from './vi/inbox.ts';
import { journey } from './vi/journey.ts';
import { life } from './vi/life.ts';
import { navigation } from './vi/navigation.ts';
import { panes } from './vi/panes.ts';
import { problems } from './vi/problems.ts';
import { queue } from './vi/queue.ts';
import { recipients } from './vi/recipients.ts';
import { refused } from './vi/refused.ts';
import { search } from './vi/search.ts';
import { signing } from './vi/signing.ts';
import { tools } from './vi/tools.ts';
import { verification } from './vi/verification.ts';

export const vi = {
  app: {
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
  },
  newVersion: {
    is: 'Trình Ký có bản mới. Tải lại trang để dùng; dự thảo đang soạn được giữ nguyên.',
    unsent: 'Trên trang có chữ bạn đã nhập mà chưa gửi. Hãy gửi hoặc lưu rồi mới tải lại.',
    screen: 'Màn hình này thuộc bản mới của Trình Ký. Tải lại trang để mở.',
    anyway: 'Bỏ chữ chưa gửi và tải lại',
    underWay: 'Một việc đang được thực hiện. Hãy chờ xong rồi tải lại.',
  },
  navigation,
  problems,
  fields,
  refused,
  unsettled: {
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
  },
  ways: {
    anew: 'Xem trạng thái mới',
    administrators: (names: string) => `Quản trị của cơ quan: ${names}.`,
  },
  life,
  happening,
  panes,
  desk,
  editor,
  tools,
  recipients,
  signing,
  search,
  administration,
  checklist,
  reports: {
    /** Beside an issued report in a list. */
    unsettled: (count: number) => `${count} nơi chờ văn thư xử lý`,
    title: 'Văn bản của tôi',
    help: 'Bấm Soạn văn bản để bắt đầu, hoặc mở một văn bản để xem tiếp.',
    empty: 'Chưa có văn bản nào.',
    write: 'Soạn văn bản',
    status: 'Trạng thái',
    number: 'Số và ký hiệu',
    subject: 'Trích yếu',
    updated: 'Cập nhật',
    noSubject: '(Chưa có trích yếu)',
    untouched: 'Chưa sửa',
    round: (number: number, of: number) => `Bước ${number}/${of}`,
    holder: 'Người xử lý',
    /** Who has it where it is no person of a step. */
    holders: {
      me: 'Bạn',
      workflow: 'Hệ thống',
      seal: 'Văn thư, chờ ký số cơ quan',
      stuck: 'Văn thư, chưa phát hành được',
    },
    others: (names: string, count: number) => `${names} và ${count} người nữa`,
    since: (time: string) => `từ ${time}`,
    filter: 'Lọc theo trạng thái',
    all: 'Tất cả',
    states: {
      draft: 'Đang soạn',
      returned: 'Bị trả lại',
      inReview: 'Đang trình ký',
      issuing: 'Đang phát hành',
      issued: 'Đã ban hành',
      rejected: 'Không duyệt',
    } satisfies Record<ReportState, string>,
  },
  attachments,
  journey,
  beginning,
  discard: {
    press: 'Xóa dự thảo',
    question: (subject: string) =>
      `Xóa dự thảo “${subject}”? Nội dung mất hẳn, không lấy lại được.`,
  },
  submit: {
    press: 'Trình ký',
    title: 'Trình ký',
    question: (person: string) => `Trình ${person}? Muốn sửa sau khi trình, phải rút lại.`,
    chain: 'Văn bản lần lượt đến',
    needed: (needed: number, of: number) => `cần ${needed}/${of} người đồng ý`,
    notSaved: 'Dự thảo chưa lưu. Hãy chờ lưu xong rồi trình ký.',
    uploading: 'Tệp đính kèm đang tải lên. Hãy chờ tải xong rồi trình ký.',
    findings: (count: number) => `Còn ${count} cảnh báo thể thức.`,
    lookAgain: 'Xem lại',
    passOver: 'Vẫn trình ký',
    toNobody:
      'Văn bản này sẽ không đến nơi nào trên hệ thống: tên nơi nhận chỉ được in trên văn bản. Bạn vẫn muốn trình ký?',
    toRecipients: 'Xem lại nơi nhận',
    /** Somebody whose name the directory has no more. */
    gone: 'người đã bị khóa tài khoản',
    cannotBeAsked: (kind: ApprovalRound['kind'], person: string) =>
      `${life.roundKind[kind]}: ${person} không còn được giao việc này.`,
  },
  follow: {
    help: 'Theo dõi văn bản ở đây. Trước khi ký có thể rút lại để sửa.',
    helpDraft: 'Dự thảo đang được soạn. Bạn xem được, không sửa được.',
    helpIssued: 'Tải về bản đã ký, và xem nơi nào đã tiếp nhận.',
    helpRejected: 'Đọc lý do, rồi soạn văn bản mới nếu cần.',
    rounds: 'Các bước xử lý',
    noTimestamp: 'Chữ ký số chưa có dấu thời gian: khi ký, không máy chủ nào trả lời.',
    since: (since: string) => `từ ${since}`,
    preparing: 'Đang chuẩn bị bản trình ký',
    withdraw: 'Rút lại',
    withdrawQuestion: 'Rút lại để sửa? Các ý kiến đồng ý của lần trình này không còn hiệu lực.',
    stuck: 'Chưa phát hành được. Văn thư đang xử lý.',
    waitingForSeal: 'Chờ văn thư ký số cơ quan',
    signing: 'Đang cấp số, ký số và phát hành',
    incomingNumber: (number: number) => `số đến ${number}`,
    download: 'Tải về',
    downloadPdf: 'Tải về PDF',
    downloadDocx: 'Tải về DOCX',
    docxNote: 'Bản DOCX chỉ để tổng hợp, không có giá trị pháp lý.',
    history: 'Nhật ký xử lý',
    rejected: 'Không duyệt',
    numberAndDate: (number: string, date: string) => `Số ${number}, ngày ${date}`,
  },
  comeBack: {
    returned: (person: string) => `${person} trả lại`,
    withdrawn: 'Bạn đã rút lại. Sửa xong, hãy trình ký lại.',
    handedBack: 'Chưa phát hành được nên văn bản trở lại đây.',
    voided: 'Số đã hủy, văn bản trở lại đây.',
    somebody: 'Người xử lý',
  },
  ...approval,
  page: {
    title: 'Bản PDF',
    preparing: 'Đang tạo bản PDF',
    open: 'Mở bản PDF',
    sheet: (number: number, of: number) => `Trang ${number}/${of}`,
    larger: 'Phóng to',
    whole: 'Thu về vừa khổ',
    ledTo: (page: number) => `Đã mở trang ${page}, chỗ được khoanh`,
    notThere: 'Không tìm thấy chỗ này trên bản PDF',
  },
  queue,
  registry: {
    title: 'Chờ văn thư',
    sealPress: 'Ký số cơ quan và phát hành',
    sealing: {
      question: (subject: string) =>
        `Ký số cơ quan và phát hành “${subject}”? Phát hành rồi không lấy lại được.`,
    },
    stuckText: (number: string) => `Chưa phát hành được. Số ${number} vẫn được giữ.`,
    stuckUnnumbered: 'Chưa phát hành được. Chưa cấp số; các ý kiến đồng ý vẫn được giữ.',
    stuckAgain: 'Đã thực hiện lại nhưng vẫn chưa được. Nếu thử nữa vẫn vậy, hãy báo quản trị.',
    cause: 'Nguyên nhân',
    causes: {
      Unavailable: 'Hệ thống bận hoặc mất kết nối trong chốc lát. Hãy thực hiện lại.',
      'States.Timeout': 'Một bước chạy quá lâu. Hãy thực hiện lại.',
      'workflow FAILED': 'Quy trình dừng giữa chừng vì lỗi. Hãy thực hiện lại.',
      'workflow TIMED_OUT': 'Quy trình dừng vì chờ quá lâu. Hãy thực hiện lại.',
      'workflow ENDED': 'Quy trình đã dừng mà văn bản chưa xong. Hãy thực hiện lại.',
      'workflow ABORTED': 'Quy trình bị dừng. Hãy thực hiện lại.',
    },
    otherCause: 'Hệ thống gặp lỗi. Hãy thực hiện lại; nếu vẫn không được, báo quản trị.',
    resume: 'Thực hiện lại',
    /** One press; what becomes of it depends on whether there is a number. */
    giveUp: {
      numbered: {
        press: 'Hủy số',
        /** Beside it Hủy alone would leave open what it calls off. */
        keep: 'Giữ số',
        reason: 'Lý do hủy số (bắt buộc)',
        help: 'Số đã hủy vẫn nằm trong sổ, không cấp lại; văn bản trở lại người soạn thảo.',
      },
      unnumbered: {
        press: 'Trả lại người soạn thảo',
        reason: 'Lý do trả lại (bắt buộc)',
        help: 'Hãy bấm Thực hiện lại trước. Nếu trả lại, văn bản phải được kiểm tra và ký lại từ đầu.',
      },
    },
    handedBack: 'Văn bản đã trở lại người soạn thảo.',
    nothing: 'Văn bản này không chờ văn thư.',
    issuedAs: (number: string) => `Đã ban hành: số ${number}.`,
    toSeal: 'Bản người ký đã ký số, chưa có chữ ký số cơ quan.',
    issued: {
      arrivals: 'Nơi nhận trên hệ thống',
      nowhere: 'Văn bản này không gửi đến nơi nào trên hệ thống.',
      print: 'In bản chính giấy',
      /** Decree 30/2020, Article 18.5. */
      toPrint:
        'Bản này chỉ để in làm bản chính giấy: người ký đã ký số, chưa có chữ ký số cơ quan. Mở bản PDF, in ra rồi đóng dấu (khoản 5 Điều 18 Nghị định 30/2020/NĐ-CP). Không gửi bản này đi; bản đã ban hành có đủ hai chữ ký số.',
      back: 'Xem bản đã ban hành',
    },
    voided: 'Số đã hủy, văn bản trở lại người soạn thảo.',
  },
  heldDeliveries,
  /** A register as a sheet: its columns, and a row opened whole. */
  sheet: {
    columns: 'Cột hiển thị',
    columnsShown: 'Các cột trên màn hình',
    columnsHelp: 'Trình duyệt này nhớ lựa chọn của bạn. Khi in, sổ luôn đủ cột theo mẫu.',
    whole: (row: string) => `Xem đủ dòng ${row}`,
  },
  registers: {
    outgoing: 'Sổ đăng ký văn bản đi',
    incoming: 'Sổ đăng ký văn bản đến',
    outgoingHelp: 'Chọn năm và loại văn bản. Mỗi số một dòng; số đã hủy vẫn nằm trong sổ.',
    incomingHelp: 'Chọn năm. Mỗi văn bản đã tiếp nhận, vào sổ là một dòng.',
    year: 'Năm',
    series: 'Loại văn bản',
    empty: (year: number) => `Năm ${year} chưa có văn bản nào trong sổ.`,
    print: 'In sổ',
    /** On the cover, as the annex has it. */
    fromDay: (first: string, last: string) => `Từ ngày ${first} đến ngày ${last}`,
    fromTo: (first: string, last: string) => `Từ số ${first} đến số ${last}`,
    volume: 'Quyển số: ..........',
    part: (which: string) => `Trích sổ: ${which}`,
    outgoingColumns: {
      number: 'Số, ký hiệu văn bản',
      date: 'Ngày tháng văn bản',
      typeAndSubject: 'Tên loại và trích yếu nội dung văn bản',
      signer: 'Người ký',
      recipients: 'Nơi nhận văn bản',
      archive: 'Đơn vị, người nhận bản lưu',
      copies: 'Số lượng bản',
      sent: 'Ngày chuyển',
      signature: 'Ký nhận',
      note: 'Ghi chú',
    },
    incomingColumns: {
      arrived: 'Ngày đến',
      incomingNumber: 'Số đến',
      author: 'Tác giả',
      number: 'Số, ký hiệu văn bản',
      date: 'Ngày tháng văn bản',
      typeAndSubject: 'Tên loại và trích yếu nội dung văn bản',
      receiver: 'Đơn vị hoặc người nhận',
      sent: 'Ngày chuyển',
      signature: 'Ký nhận',
      note: 'Ghi chú',
    },
  },
  inbox,
  verification,
  help,
};
