// With which number does a register go on? With the one after the last on paper, until the first is given here.
import { Button, NativeSelect, NumberInput, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DOCUMENT_TYPES, type DocumentType } from '../../functions/domain/content/document-type.ts';
import type { Series } from '../../functions/domain/issued/register.ts';
import { openRegister, readRegister } from '../api/administration.ts';
import { usePress } from '../api/press.ts';
import { Notice } from '../parts/notice.tsx';
import { presentYear } from '../parts/time.ts';
import { Loaded } from '../parts/trouble/loaded.tsx';
import { Trouble } from '../parts/trouble/outcome.tsx';
import { words } from '../words/words.ts';
import styles from './form.module.css';

const { settings: said } = words.administration;
const TYPES = Object.keys(DOCUMENT_TYPES) as DocumentType[];

type Which = { organizationId: string; year: number; series: Series };

const Last = ({ organizationId, year, series, before }: Which & { before: number }) => {
  const [last, setLast] = useState<number | string>(before);
  const open = usePress((said: { lastNumber: number }) =>
    openRegister(organizationId, year, series, said),
  );
  return (
    <>
      <NumberInput
        label={said.lastNumber}
        min={0}
        max={999_998}
        allowDecimal={false}
        allowNegative={false}
        value={last}
        onChange={setLast}
      />
      {open.error && <Trouble error={open.error} of="register" />}
      {open.isSuccess && (
        <Notice tone="good" role="status">
          {words.administration.saved} {said.nextNumber(open.data.lastNumber + 1)}
        </Notice>
      )}
      <div>
        <Button
          variant="default"
          disabled={last === ''}
          loading={open.isPending}
          onClick={() => open.mutate({ lastNumber: Number(last) })}
        >
          {said.setLast}
        </Button>
      </div>
    </>
  );
};

/** Its numbers are given: that they began rightly is all that is left to say. */
const Confirm = ({ organizationId, year, series, last }: Which & { last: number }) => {
  const confirm = usePress(() => openRegister(organizationId, year, series, { lastNumber: last }));
  return (
    <>
      <Text>{said.assumed}</Text>
      {confirm.error && <Trouble error={confirm.error} of="register" />}
      <div>
        <Button
          variant="default"
          loading={confirm.isPending}
          onClick={() => confirm.mutate(undefined)}
        >
          {said.confirm}
        </Button>
      </div>
    </>
  );
};

export const OpeningNumber = ({
  organizationId,
  perType,
}: {
  organizationId: string;
  perType: boolean;
}) => {
  const [year, setYear] = useState(presentYear);
  const [type, setType] = useState<DocumentType>('baoCao');
  const series: Series = perType ? type : 'all';
  const which = { organizationId, year, series };
  return (
    <div className={styles.form}>
      <Text size="sm" c="dimmed">
        {said.registerHelp}
      </Text>
      <NativeSelect
        label={said.year}
        data={[presentYear(), presentYear() + 1].map(String)}
        value={String(year)}
        onChange={({ currentTarget: { value } }) => setYear(Number(value))}
      />
      {perType && (
        <NativeSelect
          label={said.type}
          data={TYPES.map((value) => ({ value, label: DOCUMENT_TYPES[value].name }))}
          value={type}
          onChange={({ currentTarget: { value } }) => {
            const chosen = TYPES.find((each) => each === value);
            if (chosen) setType(chosen);
          }}
        />
      )}
      <Loaded asked={useQuery(readRegister(organizationId, year, series))}>
        {({ lastNumber, lastDate, opening }) =>
          lastDate === null ? (
            <Last key={`${year} ${series}`} {...which} before={lastNumber} />
          ) : (
            <>
              <Text>{said.inUse(lastNumber)}</Text>
              {opening === 'assumed' && <Confirm {...which} last={lastNumber} />}
            </>
          )
        }
      </Loaded>
    </div>
  );
};
