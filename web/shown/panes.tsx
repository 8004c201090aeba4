// How do the panes look, and how does one go through them? Invented documents, under addresses of their own.
import { Button } from '@mantine/core';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
  useParams,
} from '@tanstack/react-router';
import { useState } from 'react';
import { BackIcon, DoneIcon, InboxIcon, LetterIcon } from '../parts/icons.tsx';
import { Empty } from '../parts/lists/empty.tsx';
import { MarkBar } from '../parts/panes/mark-bar.tsx';
import { useMarks } from '../parts/panes/marks.ts';
import { PaneChoices } from '../parts/panes/pane-choices.tsx';
import { PaneRows } from '../parts/panes/pane-rows.tsx';
import { PaneSteps } from '../parts/panes/pane-steps.tsx';
import { PaneDocument, Panes } from '../parts/panes/panes.tsx';
import { useWalk } from '../parts/panes/walk.ts';
import { Tag } from '../parts/tag.tsx';
import styles from './shown.module.css';

type Letter = { id: string; who: string; subject: string; number: string; day: string };

const SUBJECTS = [
  'Kết quả thực hiện công tác cải cách hành chính quý III và nhiệm vụ trọng tâm quý IV năm 2026',
  'Tình hình kinh tế - xã hội tháng 10',
  'Công tác phòng, chống thiên tai và tìm kiếm cứu nạn năm 2026',
  'Thu ngân sách nhà nước 11 tháng',
  'Công tác bình đẳng giới và vì sự tiến bộ của phụ nữ',
  'Kết quả giải quyết kiến nghị của cử tri',
];
const LETTERS = SUBJECTS.map(
  (subject, at): Letter => ({
    id: String(at + 1),
    who: at % 2 ? 'UBND xã Sơn Trung' : 'Phòng Nội vụ huyện Hương Sơn',
    subject,
    number: `${118 - at}/BC-UBND`,
    day: at < 2 ? 'Hôm nay' : 'Hôm qua',
  }),
);
const NEW: Letter = {
  id: '7',
  who: 'UBND xã Sơn Trung',
  subject: 'Công tác dân số năm 2026',
  number: '119/BC-UBND',
  day: 'Hôm nay',
};
const LIST = { to: '/van-ban-den' } as const;
const ONE = '/van-ban-den/$deliveryId';
const UNREAD = new Set(['2', '3', '7']);

const Letters = ({ isFiltered = false }: { isFiltered?: boolean }) => {
  const { deliveryId: id = null } = useParams({ strict: false });
  const [letters, setLetters] = useState(LETTERS);
  const walk = useWalk({
    items: letters,
    keyOf: (letter) => letter.id,
    of: 'all',
    chosen: id,
    toOf: (letter) => ({ to: ONE, params: { deliveryId: letter.id } }),
  });
  const marks = useMarks(walk, { mayMark: (each: Letter) => each.id !== '1', most: 3 });
  const letter = walk.rows[walk.at];
  return (
    <Panes
      title="Văn bản đến"
      chosen={id}
      opened={letter?.subject}
      back={LIST}
      {...(isFiltered && {
        filters: (
          <PaneChoices
            name="Lọc"
            chosen="all"
            choices={[
              { key: 'all', name: 'Tất cả', icon: InboxIcon, to: LIST },
              { key: 'new', name: 'Chưa đọc', icon: LetterIcon, count: '3', to: LIST },
              { key: 'done', name: 'Đã tiếp nhận', icon: DoneIcon, count: '99+', to: LIST },
            ]}
          />
        ),
      })}
      list={
        <>
          <MarkBar marks={marks}>
            {marks.marked.length > 0 && (
              <Button size="compact-sm">Tiếp nhận {marks.marked.length} văn bản</Button>
            )}
          </MarkBar>
          <PaneRows
            name="Văn bản đến"
            marks={marks}
            walk={walk}
            groupOf={({ day }) => day}
            saysFresh={(count) => `${count} văn bản mới`}
            row={(each) => ({
              untouched: UNREAD.has(each.id) ? 'Chưa đọc' : null,
              who: each.who,
              when: '08:10',
              what: each.subject,
              below: (
                <>
                  {each.number}
                  {each.id === '1' && <Tag tone="good">Số đến 12</Tag>}
                </>
              ),
            })}
          />
        </>
      }
      nothing={
        <Empty
          press={<Button onClick={() => setLetters([NEW, ...LETTERS])}>Có văn bản mới</Button>}
        >
          Chọn một văn bản để đọc.
        </Empty>
      }
    >
      {letter && (
        <PaneDocument
          title={letter.subject}
          head={<Tag tone="good">Chữ ký số hợp lệ, văn bản toàn vẹn.</Tag>}
          steps={<PaneSteps walk={walk} />}
          presses={
            <>
              <Button>Tiếp nhận, vào sổ</Button>
              <Button variant="default" leftSection={<BackIcon />}>
                Trả lại
              </Button>
            </>
          }
        >
          <div className={styles.sheet}>{letter.subject}</div>
        </PaneDocument>
      )}
    </Panes>
  );
};

/** The addresses of a screen of its own, from which one begins at `at`. */
const screenAt = (at: string, isFiltered: boolean) => {
  const root = createRootRoute({ component: () => <Letters isFiltered={isFiltered} /> });
  const children = [LIST.to, ONE].map((path) => createRoute({ getParentRoute: () => root, path }));
  return createRouter({
    routeTree: root.addChildren(children),
    history: createMemoryHistory({ initialEntries: [`${LIST.to}/${at}`] }),
  });
};

export const ShownPanes = ({ at, isFiltered = false }: { at: string; isFiltered?: boolean }) => {
  const [router] = useState(() => screenAt(at, isFiltered));
  return (
    <div className={`${styles.screen} ${styles.panes}`}>
      <RouterProvider router={router as never} />
    </div>
  );
};
