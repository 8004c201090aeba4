// Which parts are there, and in which states? Each with the rule that it goes by; people and offices are invented.
import { Anchor, Button, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { KeptFinding } from '../../functions/domain/content/finding.ts';
import { instantOf } from '../../functions/domain/instant-of.ts';
import { ProblemError } from '../api/problem.ts';
import { AskReason, Confirm } from '../parts/ask.tsx';
import { Card } from '../parts/card.tsx';
import chips from '../parts/chip.module.css';
import { Desk } from '../parts/desk.tsx';
import { Facts, Hash } from '../parts/facts.tsx';
import { IconPress } from '../parts/icon-press.tsx';
import * as icons from '../parts/icons.tsx';
import { Ago } from '../parts/lists/ago.tsx';
import { Empty } from '../parts/lists/empty.tsx';
import { type Column, Table } from '../parts/lists/rows.tsx';
import { type SheetColumn, type SheetOrder, SheetTable } from '../parts/lists/sheet.tsx';
import { Untouched } from '../parts/lists/untouched.tsx';
import { Notice } from '../parts/notice.tsx';
import { Progress } from '../parts/progress.tsx';
import { Count, Tag } from '../parts/tag.tsx';
import { Timeline } from '../parts/timeline.tsx';
import type { Tone } from '../parts/tone.ts';
import { ToolBar } from '../parts/tools/tool-bar.tsx';
import { FindingLine } from '../parts/trouble/finding-line.tsx';
import { Findings } from '../parts/trouble/findings.tsx';
import { Loading } from '../parts/trouble/loading.tsx';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { VersionNotice } from '../shell/new-version.tsx';
import { BESIDE, CHANGES, FRAMED, MarkedPaper } from './marked-paper.tsx';
import { ShownPanes } from './panes.tsx';
import styles from './shown.module.css';

const TONES: [Tone, string][] = [
  ['quiet', 'Dự thảo'],
  ['house', 'Chờ ký số'],
  ['good', 'Đã ban hành'],
  ['warn', 'Bị trả lại'],
  ['bad', 'Không duyệt'],
];

const SIZES = ['fine', 'list', '', 'lead', 'title', 'figure'];

type Row = { id: string; subject: string; number: string; tone: Tone; state: string };
const ROWS: Row[] = [
  {
    id: '1',
    subject: 'Kết quả thực hiện công tác cải cách hành chính quý III năm 2026',
    number: '118/BC-UBND',
    tone: 'house',
    state: 'Chờ ký số',
  },
  {
    id: '2',
    subject: 'Tình hình kinh tế - xã hội tháng 10 và nhiệm vụ trọng tâm tháng 11 năm 2026',
    number: '117/BC-UBND',
    tone: 'good',
    state: 'Đã ban hành',
  },
];
const COLUMNS: Column<Row>[] = [
  {
    name: 'Trích yếu',
    isTyped: true,
    cell: ({ id, subject }) => (
      <Untouched word={id === '1' ? 'Chưa xem' : null}>
        <Anchor href="#list" inherit>
          {subject}
        </Anchor>
      </Untouched>
    ),
  },
  { name: 'Số và ký hiệu', isWhole: true, cell: ({ number }) => number },
  { name: 'Trạng thái', cell: ({ tone, state }) => <Tag tone={tone}>{state}</Tag> },
  { name: 'Cập nhật', cell: () => <Ago at={instantOf(Date.parse('2026-11-27T02:00:00Z'))} /> },
];

const SHEET_COLUMNS: SheetColumn<Row>[] = [
  { id: 'number', name: 'Số, ký hiệu', size: 'number', text: ({ number }) => number },
  { id: 'subject', name: 'Trích yếu', size: 'words', text: ({ subject }) => subject },
  { id: 'state', name: 'Trạng thái', size: 'name', text: ({ state }) => state },
];

/** Its order is turned by a press on the head of its first column. */
const ShownSheet = () => {
  const [order, setOrder] = useState<SheetOrder['order']>('descending');
  return (
    <SheetTable
      name="Sổ"
      items={order === 'descending' ? ROWS : ROWS.toReversed()}
      columns={SHEET_COLUMNS}
      hidden={new Set<string>()}
      by="number"
      sorted={{ order, turn: () => setOrder(order === 'descending' ? 'ascending' : 'descending') }}
      keyOf={({ id }) => id}
    />
  );
};

const finding = (rule: string, path: KeptFinding['path'], vi: string): KeptFinding => ({
  rule,
  severity: 'warning',
  path,
  vi,
  en: vi,
});
const WHERE = { source: 'Phụ lục II, Nghị định 30/2020/NĐ-CP', way: 'Đến chỗ này', go: () => {} };
const FOUND: KeptFinding[] = [
  finding('spelling', ['blocks', 2, 'runs'], 'Từ “hoàn thàn” có thể viết sai chính tả.'),
  finding('spelling', ['blocks', 6, 'runs'], 'Từ “xã hôi” có thể viết sai chính tả.'),
  finding('spelling', ['blocks', 9, 'runs'], 'Từ “xã hôi” có thể viết sai chính tả.'),
  finding('archive', ['archive'], 'Nơi nhận chưa có dòng “Lưu: VT”.'),
];

const Asked = () => {
  const [asking, ask] = useState<'confirm' | 'reason' | null>(null);
  const question = {
    close: () => ask(null),
    isPressed: false,
    error: null,
    of: 'decide' as const,
  };
  return (
    <div className={styles.row}>
      <Button variant="default" onClick={() => ask('confirm')}>
        Hỏi trước khi ký
      </Button>
      <Button variant="default" onClick={() => ask('reason')}>
        Hỏi lý do
      </Button>
      <Confirm
        {...question}
        isOpen={asking === 'confirm'}
        title="Ký số"
        press="Ký số"
        onPress={() => ask(null)}
      >
        <Text>Ký số “{ROWS[0]?.subject}”, gửi 3 nơi? Ký rồi không sửa được.</Text>
      </Confirm>
      <AskReason
        {...question}
        isOpen={asking === 'reason'}
        title="Không duyệt"
        press="Không duyệt"
        label="Lý do không duyệt (bắt buộc)"
        help="Không duyệt là kết thúc: văn bản không trình lại được nữa."
        onReason={() => ask(null)}
        isGrave
      />
    </div>
  );
};

type Shown = { name: string; rule: string; states: ReactNode };

export const PARTS: Shown[] = [
  {
    name: 'Màu theo nghĩa',
    rule: 'Năm nghĩa; mỗi nghĩa một màu mực, một màu nền, một màu viền. Ngoài ra không có màu nào.',
    states: (
      <div className={styles.row}>
        {TONES.map(([tone]) => (
          <span key={tone} className={styles.colour} data-tone={tone}>
            <strong>{tone}</strong>
            <span>Chữ trên nền</span>
          </span>
        ))}
      </div>
    ),
  },
  {
    name: 'Cỡ chữ',
    rule: 'Sáu cỡ; không chữ nào nhỏ hơn cỡ đầu.',
    states: (
      <div className={styles.sizes}>
        {SIZES.map((size) => (
          <p key={size} style={{ fontSize: `var(--text${size && `-${size}`})` }}>
            Ủy ban nhân dân xã Sơn Trung ({size || 'text'})
          </p>
        ))}
      </div>
    ),
  },
  {
    name: 'Hình nhỏ',
    rule: 'Một bộ; luôn có chữ bên cạnh, hoặc có tên.',
    states: (
      <div className={styles.icons}>
        {Object.entries(icons).map(([name, Sign]) => (
          <span key={name}>
            <Sign />
            {name.replace('Icon', '')}
          </span>
        ))}
      </div>
    ),
  },
  {
    name: 'Nút',
    rule: 'Một nút chính mỗi màn hình; nút nặng chỉ ở câu hỏi.',
    states: (
      <div className={styles.row}>
        <Button>Trình ký</Button>
        <Button variant="default">Trả lại</Button>
        <Button color="red">Không duyệt</Button>
        <Button variant="subtle">Bỏ lọc</Button>
        <Button loading>Đang gửi</Button>
        <Button disabled>Ký số</Button>
        <IconPress name="Đóng">
          <icons.CloseIcon />
        </IconPress>
      </div>
    ),
  },
  {
    name: 'Thanh công cụ',
    rule: 'Một điểm dừng của Tab, mũi tên đi tiếp; không đủ chỗ thì nằm sau nút ba chấm, có tên.',
    states: (
      <ToolBar
        label="Công cụ mẫu"
        leave={() => undefined}
        tools={[
          {
            kind: 'press',
            id: 'undo',
            name: 'Hoàn tác',
            keys: 'Ctrl+Z',
            icon: icons.BackIcon,
            isOff: true,
            act: () => undefined,
          },
          {
            kind: 'press',
            id: 'bold',
            name: 'Đậm',
            keys: 'Ctrl+B',
            icon: icons.BoldIcon,
            isOn: true,
            act: () => undefined,
          },
          {
            kind: 'press',
            id: 'list',
            name: 'Gạch đầu dòng',
            icon: icons.ListIcon,
            begins: true,
            act: () => undefined,
          },
          {
            kind: 'press',
            id: 'rare',
            name: 'Gộp ô',
            icon: icons.MergeIcon,
            isRare: true,
            act: () => undefined,
          },
        ]}
      />
    ),
  },
  {
    name: 'Ô nhập',
    rule: 'Tên ở trên; điều sai ở dưới, bằng lời.',
    states: (
      <div className={styles.states}>
        <TextInput label="Tìm trong văn bản đến" placeholder="báo cáo quý" />
        <TextInput label="Từ ngày" defaultValue="31/02/2026" error="Không có ngày này." />
        <TextInput label="Số và ký hiệu" defaultValue="118/BC-UBND" disabled />
      </div>
    ),
  },
  {
    name: 'Trạng thái',
    rule: 'Hình và chữ; không có mảng màu.',
    states: (
      <div className={styles.row}>
        {TONES.map(([tone, state]) => (
          <Tag key={tone} tone={tone}>
            {state}
          </Tag>
        ))}
        <Tag tone="bad" icon={icons.BoltIcon}>
          Hỏa tốc
        </Tag>
        <Count>7</Count>
        <Count>99+</Count>
      </div>
    ),
  },
  {
    name: 'Nhãn bấm được',
    rule: 'Vài lựa chọn ngắn cạnh nhau.',
    states: (
      <nav className={chips.chips} aria-label="Nhãn">
        <a className={chips.chip} href="#chip" aria-current="page">
          Tất cả
        </a>
        <a className={chips.chip} href="#chip">
          Dự thảo
        </a>
        <a className={chips.chip} href="#chip">
          Đang xử lý
        </a>
      </nav>
    ),
  },
  {
    name: 'Thông báo',
    rule: 'Một việc đã xảy ra hay đang cản trở; nói việc cần làm.',
    states: (
      <div className={styles.states}>
        <Notice tone="quiet">Văn bản đang chờ người khác xử lý.</Notice>
        <Notice tone="house" title="Người trả lại đề nghị sửa 2 chỗ" />
        <Notice tone="good" title="Đã tiếp nhận">
          Số đến 214, lúc 09:05 27/11/2026.
        </Notice>
        <Notice tone="warn" title="Một số chỗ đã đổi khi dán" close={() => undefined}>
          Chữ màu và cỡ chữ riêng không được giữ.
        </Notice>
        <Trouble error={new ProblemError('offline')} retry={() => undefined} />
      </div>
    ),
  },
  {
    name: 'Thẻ',
    rule: 'Một điều trong nhiều điều trên màn hình; thẻ không nằm trong thẻ.',
    states: (
      <div className={styles.states}>
        <Card title="Tệp đính kèm" presses={<Button size="compact-sm">Thêm tệp</Button>}>
          <Text size="sm">Phụ lục 1.xlsx</Text>
        </Card>
        <Card>
          <Facts
            facts={{
              'Số và ký hiệu': '118/BC-UBND',
              'Nơi gửi': 'UBND xã Sơn Trung',
              'Mã kiểm tra (SHA-256)': (
                <Hash value="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" />
              ),
            }}
          />
        </Card>
      </div>
    ),
  },
  {
    name: 'Tiến trình',
    rule: 'Đã xong, đang ở đây, chưa đến, dừng ở đây; và việc đã qua.',
    states: (
      <div className={styles.states}>
        <Card title="Tiến trình">
          <Timeline
            stations={[
              {
                key: 1,
                name: 'Trần Thị Thu Hà trình ký',
                state: 'done',
                facts: ['08:10 26/11/2026'],
              },
              {
                key: 2,
                name: 'Xem xét: Lê Quốc Hưng',
                state: 'done',
                facts: ['Đồng ý · 10:42 26/11/2026 · sau 2 giờ 32 phút'],
              },
              {
                key: 3,
                name: 'Ký số: Nguyễn Văn Minh',
                state: 'present',
                facts: ['Đang chờ, đã 1 ngày'],
              },
              { key: 4, name: 'Cấp số và ngày, ký số', state: 'ahead', facts: [] },
              {
                key: 5,
                name: 'Phòng Nội vụ huyện Hương Sơn',
                state: 'ended',
                facts: ['Trả lại: gửi nhầm nơi nhận'],
              },
            ]}
          />
        </Card>
        <Card title="Lịch sử">
          <Timeline
            stations={[
              {
                key: 1,
                name: 'Trần Thị Thu Hà tạo văn bản',
                state: 'past',
                facts: ['08:02 26/11/2026'],
              },
              { key: 2, name: 'Lê Quốc Hưng đồng ý', state: 'past', facts: ['10:42 26/11/2026'] },
            ]}
          />
        </Card>
      </div>
    ),
  },
  {
    name: 'Tiến độ',
    rule: 'Bước đang ở và việc có thể rời trang; chỉ theo trạng thái thật.',
    states: (
      <div className={styles.states}>
        {(['present', 'ended'] as const).map((state) => (
          <Card key={state}>
            <Progress
              name={`Tiến độ phát hành ${state}`}
              steps={[
                { key: 'number', name: 'Cấp số', state: 'done' },
                { key: 'render', name: 'Tạo bản chính', state: 'done' },
                { key: 'sign', name: 'Ký số', state },
                { key: 'seal', name: 'Ký số cơ quan', state: 'ahead' },
                { key: 'send', name: 'Vào sổ, gửi đi', state: 'ahead' },
              ]}
              said={
                state === 'present'
                  ? 'Bước 3/5: Ký số. Bạn rời trang này được, việc phát hành vẫn tiếp tục.'
                  : 'Bước 3/5: Ký số. Việc phát hành dừng ở đây cho đến khi văn thư xử lý.'
              }
            />
          </Card>
        ))}
      </div>
    ),
  },
  {
    name: 'Kết quả kiểm tra',
    rule: 'Người duyệt: theo loại, gập lại. Người soạn: từng dòng, có nút.',
    states: (
      <div className={styles.states}>
        <Card title="Cảnh báo thể thức">
          <Findings findings={FOUND} />
        </Card>
        <Card title="Kiểm tra thể thức">
          {FOUND[3] && <FindingLine finding={FOUND[3]} {...WHERE} />}
          {FOUND[3] && (
            <FindingLine finding={{ ...FOUND[3], severity: 'error' }} {...WHERE}>
              <Button size="compact-xs" variant="light">
                Sửa giúp
              </Button>
            </FindingLine>
          )}
        </Card>
      </div>
    ),
  },
  {
    name: 'Danh sách',
    rule: 'Bảng trên bàn, thẻ trên điện thoại.',
    states: (
      <Table
        name="Danh sách"
        items={ROWS}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty="Chưa có gì."
      />
    ),
  },
  {
    name: 'Trang tính',
    rule: 'Sổ: dòng sát nhau, tiêu đề đứng yên, chữ dài bị cắt và bấm để xem đủ cả dòng.',
    states: <ShownSheet />,
  },
  {
    name: 'Danh sách trống',
    rule: 'Nói điều sẽ đến đây và cách bắt đầu.',
    states: (
      <div className={styles.states}>
        <Empty>Không có văn bản chờ ký.</Empty>
        <Empty icon={icons.DocumentIcon} press={<Button>Soạn văn bản</Button>}>
          Chưa có văn bản nào.
        </Empty>
      </div>
    ),
  },
  {
    name: 'Bàn đọc',
    rule: 'Văn bản trước, điều cần biết bên cạnh (trên điện thoại: kéo lên từ dưới), nút luôn trong tầm tay.',
    states: (
      <div className={styles.screen}>
        <Desk
          named={{ rail: 'Thay đổi, góp ý', paper: 'Văn bản' }}
          paper={<div className={styles.sheet}>Văn bản</div>}
          rail={
            <>
              <Card>
                <Facts facts={{ 'Ký hiệu': 'BC-UBND', 'Trình lúc': '08:10 26/11/2026' }} />
              </Card>
              <Card title="Cảnh báo thể thức">
                <Findings findings={FOUND} />
              </Card>
            </>
          }
          presses={<Button leftSection={<icons.SignIcon />}>Ký số</Button>}
        />
      </div>
    ),
  },
  {
    name: 'Dấu trên văn bản',
    rule: 'Điều đã đổi được đánh dấu ngay trên văn bản: chữ mới gạch chân, chữ bị bỏ có dấu nhọn, số ở lề như ở danh sách. Chỗ vừa hỏi đến được đóng khung một lát; điều không in ra thì có vạch bên lề.',
    states: (
      <div className={styles.states}>
        <MarkedPaper marks={CHANGES} />
        <MarkedPaper spot={FRAMED} />
        <MarkedPaper spot={BESIDE} />
        <MarkedPaper marks={CHANGES} spot={FRAMED} />
      </div>
    ),
  },
  {
    name: 'Có phiên bản mới',
    rule: 'Nói một lần, nhẹ nhàng; chỉ tải lại khi bấm, và không bao giờ làm mất chữ chưa gửi.',
    states: (
      <div className={styles.states}>
        <VersionNotice isWarned={false} isUnderWay={false} reload={() => undefined} />
        <VersionNotice isWarned isUnderWay={false} reload={() => undefined} />
        <VersionNotice isWarned={false} isUnderWay reload={() => undefined} />
      </div>
    ),
  },
  {
    name: 'Danh sách và văn bản',
    rule: 'Như hộp thư: danh sách và văn bản cạnh nhau (trên điện thoại: cái này sau cái kia), chưa đọc thì đậm và có chấm, phím J, K đi qua từng dòng, không dòng nào tự nhảy chỗ.',
    states: (
      <>
        <ShownPanes at="1" isFiltered />
        <ShownPanes at="" />
      </>
    ),
  },
  {
    name: 'Đang tải',
    rule: 'Chỉ hiện sau 200 ms.',
    states: <Loading />,
  },
  {
    name: 'Câu hỏi',
    rule: 'Chỉ hỏi trước điều không lấy lại được, hoặc cần lý do.',
    states: <Asked />,
  },
];
