// How is a press made repeatable? It gets its idempotency key when it is made, and keeps it until it has had its effect.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { follow, type ListEffect } from './followed-lists.ts';
import { isWorthAnotherTry } from './problem.ts';

/**
 * A press on a button. `send` gets what is said and the press's name, which stays the same as long as it says the same;
 * afterwards everything shown is asked for anew.
 * `effects`: what it makes of rows of lists, which follow it at once.
 */
export const usePress = <Said, Result>(
  send: (said: Said, key: string) => Promise<Result>,
  then?: (result: Result) => void | Promise<void>,
  effects: (result: Result) => ListEffect[] = () => [],
) => {
  const queries = useQueryClient();
  const last = useRef<{ said: string; key: string } | null>(null);
  const nameOf = (said: Said) => {
    const words = JSON.stringify(said) ?? '';
    if (last.current?.said !== words) last.current = { said: words, key: crypto.randomUUID() };
    return last.current.key;
  };
  return useMutation({
    mutationFn: (said: Said) => send(said, nameOf(said)),
    retry: isWorthAnotherTry,
    onSuccess: async (result) => {
      last.current = null;
      follow(queries, effects(result));
      await then?.(result);
      await queries.invalidateQueries();
    },
  });
};
