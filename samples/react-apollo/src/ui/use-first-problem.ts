import { type RefObject, useEffect, useRef } from 'react';

/** A form in which the focus goes to the first input with a problem, whenever there are others than before. */
export function useFirstProblem(problems: readonly unknown[]): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [problems]);
  return form;
}
