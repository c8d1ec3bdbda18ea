import type { ReactNode } from 'react';

interface NoticeProps {
  /** A problem is read out at once, anything else when there is a pause. */
  kind: 'problem' | 'hint';
  children: ReactNode;
}

export function Notice({ kind, children }: NoticeProps) {
  return (
    <div className={`notice ${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
