// How is a form sent? By Enter or its press. What is missing is said in the words of the screens: the browser's own bubble speaks the browser's language.
import type { ComponentProps } from 'react';

export const PlainForm = ({
  onSend,
  ...form
}: Omit<ComponentProps<'form'>, 'noValidate' | 'onSubmit'> & {
  onSend: (form: HTMLFormElement) => void;
}) => (
  <form
    {...form}
    noValidate
    onSubmit={(event) => {
      event.preventDefault();
      onSend(event.currentTarget);
    }}
  />
);
