// What does the guide say, a page a role? What stands in “…” is the very word on a press or a screen; a test compares them.
import type { Chapter, StepOf } from '../../guide/chapters.ts';

type Step = { title: string; text: string };
export type GuideWords = {
  [Of in Chapter]: { title: string; intro: string; steps: Record<StepOf<Of>, Step> };
};

export const guide: GuideWords = {
  drafting: {
    title: 'Soạn thảo',
    intro: 'Dành cho người soạn thảo: từ trang trắng đến văn bản đã trình ký.',
    steps: {
      begin: {
        title: 'Bắt đầu từ cái đã có',
        text: 'Bấm “Soạn văn bản”, rồi chọn một mẫu và bấm “Dùng mẫu này”. Cũng bắt đầu được từ một văn bản trước hoặc từ tệp Word; mọi chỗ đều sửa được sau đó.',
      },
      write: {
        title: 'Viết trên trang',
        text: 'Bấm vào chữ và viết. Dự thảo tự lưu khi bạn ngừng gõ; bản in hiện đúng như sẽ được ký. Số, ngày và khối chữ ký do hệ thống điền.',
      },
      check: {
        title: 'Xem lỗi và cảnh báo thể thức',
        text: 'Mỗi lỗi, cảnh báo nói điều gì chưa đúng và ở đâu. Bấm “Đến chỗ này” để sửa, “Sửa giúp” để hệ thống sửa, “Vì sao?” để đọc quy định. Lỗi phải sửa; cảnh báo có thể để nguyên.',
      },
      submit: {
        title: 'Trình ký',
        text: 'Bấm “Trình ký”. Xem lại văn bản lần lượt đến ai và gửi đến những nơi nào, rồi bấm lần nữa. Sau đó muốn sửa phải bấm “Rút lại”.',
      },
      follow: {
        title: 'Theo dõi',
        text: 'Mở văn bản trong “Văn bản của tôi” để biết ai đang xử lý. Khi đã ban hành, ở đây có bản PDF đã ký và từng nơi nhận đã tiếp nhận hay chưa.',
      },
      returned: {
        title: 'Khi bị trả lại',
        text: 'Văn bản trở lại dự thảo, lý do ở ngay trên đầu. Nếu người trả lại có đề nghị sửa, bấm “Nhận các sửa đổi”. Sửa xong, trình ký lại; các ý kiến trước được giữ trong nhật ký.',
      },
    },
  },
  approving: {
    title: 'Kiểm tra và ký',
    intro: 'Dành cho người kiểm tra và người ký: đọc, rồi đồng ý, ký số hoặc trả lại.',
    steps: {
      waiting: {
        title: 'Xem việc đang chờ',
        text: '“Chờ tôi xử lý” có mọi văn bản chờ bạn; văn bản khẩn và văn bản chờ lâu nhất ở trên cùng. Bấm vào trích yếu để mở.',
      },
      read: {
        title: 'Đọc văn bản',
        text: 'Bản PDF bạn thấy chính là bản sẽ được ký, chỉ thiếu số và ngày. Bên cạnh là người soạn thảo, nơi nhận, cảnh báo thể thức và những gì đã thay đổi từ lần trước.',
      },
      sign: {
        title: 'Đồng ý hoặc ký số',
        text: 'Người kiểm tra bấm “Đồng ý”, người ký bấm “Ký số”. Ký rồi không sửa được. Nếu đăng nhập đã lâu, hệ thống hỏi lại để chắc người ký là bạn; văn bản được giữ nguyên.',
      },
      giveBack: {
        title: 'Trả lại để sửa',
        text: 'Bấm “Trả lại” và ghi lý do. Văn bản về người soạn thảo và không mất gì. Muốn chỉ rõ chỗ sửa, chọn “Trả lại kèm đề nghị sửa”.',
      },
      decided: {
        title: 'Xem lại việc đã làm',
        text: '“Đã xử lý” giữ mọi văn bản bạn đã ký, đồng ý, trả lại hoặc không duyệt, và cho biết văn bản đã đi đến đâu.',
      },
    },
  },
  clerk: {
    title: 'Văn thư',
    intro:
      'Dành cho văn thư của cơ quan ban hành: ký số cơ quan, phát hành, gửi đến nơi nhận và giữ sổ.',
    steps: {
      queue: {
        title: 'Xem việc đang chờ',
        text: '“Chờ văn thư” có văn bản chờ ký số cơ quan, văn bản chưa phát hành được, chưa gửi được hoặc bị trả lại; khẩn và chờ lâu nhất đứng đầu. Bấm vào một dòng: văn bản mở bên cạnh, làm xong bấm “Việc tiếp theo”.',
      },
      seal: {
        title: 'Ký số cơ quan và phát hành',
        text: 'Đọc bản người ký đã ký, rồi bấm “Ký số cơ quan và phát hành”. Văn bản tự gửi đến các nơi nhận. Nếu việc phát hành dừng lại, bấm “Thực hiện lại”; số vẫn được giữ.',
      },
      sendOn: {
        title: 'Chọn nơi nhận khác',
        text: 'Văn bản chưa gửi được hoặc bị trả lại: đọc nguyên nhân, chọn cơ quan ở ô “Gửi đến” rồi bấm “Gửi”. Nếu không gửi đến đâu nữa, bấm “Ghi nhận không gửi” và ghi lý do.',
      },
      register: {
        title: 'Sổ đăng ký văn bản đi',
        text: 'Hệ thống tự ghi mỗi số một dòng, số đã hủy cũng nằm trong sổ. Chọn năm và loại văn bản; bấm “In sổ” để in theo mẫu của Nghị định 30/2020/NĐ-CP.',
      },
    },
  },
  receiving: {
    title: 'Nơi nhận',
    intro: 'Dành cho văn thư nơi nhận: đọc, tiếp nhận và vào sổ văn bản đến.',
    steps: {
      inbox: {
        title: 'Mở hộp văn bản đến',
        text: '“Văn bản đến” có mọi văn bản gửi đến cơ quan bạn, mới nhất ở trên cùng; văn bản chưa đọc được đánh dấu. Tìm bằng từ, có dấu hay không dấu.',
      },
      receive: {
        title: 'Đọc, rồi tiếp nhận',
        text: 'Xem văn bản và kết quả kiểm tra chữ ký số. Bấm “Tiếp nhận, vào sổ”: hệ thống cấp số đến, ghi sổ và báo cho nơi gửi, tất cả trong một lần bấm.',
      },
      sendBack: {
        title: 'Trả lại nơi gửi khi gửi nhầm',
        text: 'Văn bản không phải của cơ quan bạn, hoặc chữ ký không hợp lệ: bấm “Trả lại nơi gửi” và ghi lý do. Nơi gửi nhận được ngay.',
      },
      register: {
        title: 'Sổ đăng ký văn bản đến',
        text: 'Mỗi văn bản đã tiếp nhận là một dòng. Bấm “In sổ” để in; ô ký nhận để trống cho ký tay.',
      },
    },
  },
  administering: {
    title: 'Quản trị',
    intro: 'Dành cho quản trị của cơ quan: chuẩn bị một lần, sau đó ít khi phải sửa.',
    steps: {
      checklist: {
        title: 'Làm theo danh sách',
        text: '“Việc cần chuẩn bị” cho biết còn thiếu gì và làm ở đâu. Làm từ trên xuống; mọi dòng đều xong thì cơ quan ban hành được văn bản.',
      },
      people: {
        title: 'Thêm người dùng',
        text: 'Trong “Danh bạ”, bấm “Thêm người dùng”, ghi họ tên, chức vụ, thư điện tử và chọn vai trò. Họ nhận thư hướng dẫn đăng nhập. Khi họ chuyển việc, bấm “Khóa tài khoản”.',
      },
      settings: {
        title: 'Đặt các bước xử lý',
        text: 'Trong “Cài đặt”, chọn ai kiểm tra, ai ký, bao lâu thì nhắc, và văn thư hay hệ thống ký số cơ quan. Văn bản đang trình giữ các bước cũ.',
      },
      keys: {
        title: 'Chứng thư chữ ký số',
        text: 'Với từng người ký và con dấu: bấm “Tạo yêu cầu cấp chứng thư”, gửi tệp cho nơi cấp, rồi bấm “Nạp chứng thư”. Hệ thống báo trước khi chứng thư hết hạn.',
      },
    },
  },
};
