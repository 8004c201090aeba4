// How is a person asked before something happens that cannot be taken back, or that needs a reason?
import { Button, Group, Text, Textarea } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { LONGEST_REASON } from '../../functions/domain/content/lengths.ts';
import { wantsSignIn } from '../api/problem.ts';
import type { RefusedPress } from '../words/vi/refused.ts';
import { words } from '../words/words.ts';
import { Dialog } from './dialog.tsx';
import { PlainForm } from './plain-form.tsx';
import { Trouble } from './trouble/outcome.tsx';
import { tooLong } from './trouble/too-long.ts';

type Asking = {
  isOpen: boolean;
  title: string;
  close: () => void;
  /** What the press is called. */
  press: string;
  /** What it is called to leave things as they are, where Hủy could be taken for the press itself. */
  cancel?: string;
  isPressed: boolean;
  error: unknown;
  /** Which press may be refused. */
  of: RefusedPress;
  /** Which places a refusal is about. */
  amiss?: ReactNode;
  onSignIn?: () => void;
  isGrave?: boolean;
  /** Back to the button that asked; not where a press leads elsewhere. */
  returnsFocus?: boolean;
};

const Question = ({
  isOpen,
  title,
  close,
  press,
  cancel = words.app.cancel,
  isPressed,
  error,
  of,
  amiss,
  onSignIn,
  isGrave = false,
  returnsFocus = true,
  children,
  onPress,
}: Asking & { children: ReactNode; onPress: () => void }) => {
  const presses = useRef<HTMLDivElement>(null);
  /** Refused before the question was asked this time: whoever asks again has not been refused. */
  const [past, setPast] = useState<unknown>(null);
  useEffect(() => {
    if (!isOpen) setPast(error);
  }, [isOpen, error]);
  const refusal = error === past ? null : error;
  useEffect(() => {
    // A long question is read to its end before one presses: there the refusal is seen, and the press again.
    if (refusal) presses.current?.scrollIntoView({ block: 'end' });
  }, [refusal]);
  return (
    <Dialog isOpen={isOpen} close={close} title={title} returnsFocus={returnsFocus}>
      <PlainForm onSend={onPress}>
        {children}
        {refusal !== null && refusal !== undefined && (
          <Trouble error={refusal} of={of} {...(onSignIn && { onSignIn })}>
            {amiss}
          </Trouble>
        )}
        <Group justify="flex-end" mt="md" ref={presses}>
          <Button variant="default" onClick={close}>
            {cancel}
          </Button>
          <Button
            type="submit"
            loading={isPressed}
            color={isGrave ? 'red' : 'blue'}
            // Before a new sign-in it would be refused again: then that is the main press.
            variant={wantsSignIn(refusal) ? 'default' : 'filled'}
          >
            {press}
          </Button>
        </Group>
      </PlainForm>
    </Dialog>
  );
};

/** A question that is answered by pressing or not. */
export const Confirm = ({
  onPress,
  children,
  ...question
}: Asking & { onPress: () => void; children: ReactNode }) => (
  <Question {...question} onPress={onPress}>
    {children}
  </Question>
);

/** A question that wants a reason; without one nothing is sent. `begun` is what was typed before a sign-in. */
export const AskReason = ({
  label,
  help,
  begun = '',
  onReason,
  onSignIn,
  ...question
}: Omit<Asking, 'onSignIn'> & {
  label: string;
  help?: string;
  begun?: string;
  onReason: (reason: string) => void;
  onSignIn?: (reason: string) => void;
}) => {
  const [reason, setReason] = useState(begun);
  const [isMissing, setMissing] = useState(false);
  const long = tooLong(label, reason, LONGEST_REASON);
  return (
    <Question
      {...question}
      {...(onSignIn && { onSignIn: () => onSignIn(reason) })}
      onPress={() => {
        setMissing(reason.trim() === '');
        if (reason.trim() !== '' && long === null) onReason(reason);
      }}
    >
      {help && (
        <Text size="sm" mb="sm">
          {help}
        </Text>
      )}
      <Textarea
        label={label}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={long ?? (isMissing && words.problems.reason_missing)}
        required
        withAsterisk={false}
        rows={4}
        data-autofocus
      />
    </Question>
  );
};
