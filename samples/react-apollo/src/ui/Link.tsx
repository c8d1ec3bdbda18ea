import type { MouseEvent, ReactNode } from 'react';
import { open, pathOf } from '../location';

interface LinkProps {
  /** The document's id; null closes the one that is open. */
  to: string | null;
  className?: string;
  isCurrent?: boolean;
  children: ReactNode;
}

/** A link inside this page; with a modifier key the browser opens it as it does any other. */
export function Link({ to, className, isCurrent = false, children }: LinkProps) {
  function follow(event: MouseEvent) {
    if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      open(to);
    }
  }

  return (
    <a href={pathOf(to)} className={className} aria-current={isCurrent ? 'true' : undefined} onClick={follow}>
      {children}
    </a>
  );
}
