import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from '../ui/Link';

interface PaneHeadingProps {
  title: string;
  children?: ReactNode;
}

/** Takes the focus when a document is opened, so that a keyboard and a screen reader go on there. */
export function PaneHeading({ title, children }: PaneHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header>
      <Link to={null} className="back">← All documents</Link>
      <h2 ref={heading} tabIndex={-1}>{title}</h2>
      {children && <p className="dim">{children}</p>}
    </header>
  );
}
