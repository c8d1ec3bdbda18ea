import { type RefObject, useEffect, useRef, useState } from 'react';
import { describe } from '../server/trouble';
import { Notice } from '../ui/Notice';

interface MoreDocumentsProps {
  /** What scrolls, where it is not the page. */
  scroller: RefObject<HTMLElement | null>;
  readMore(isByHand: boolean): Promise<void>;
}

/** The next page, when the end of the list comes near, or by the button. After a failure only by the button: nothing is asked over and over. */
export function MoreDocuments({ scroller, readMore }: MoreDocumentsProps) {
  const end = useRef<HTMLDivElement>(null);
  const [isReading, setReading] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function read(isByHand: boolean) {
    if (isReading) {
      return;
    }

    setReading(true);
    setFailure(null);
    await readMore(isByHand).catch((error: unknown) => setFailure(describe(error)));
    setReading(false);
  }

  useEffect(() => {
    if (isReading || failure !== null) {
      return undefined;
    }

    const isScrolling = scroller.current && getComputedStyle(scroller.current).overflowY === 'auto';
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void read(false), {
      root: isScrolling ? scroller.current : null,
      rootMargin: '200px',
    });
    observer.observe(end.current!);
    return () => observer.disconnect();
  }, [isReading, failure]);

  return (
    <div ref={end} className="more">
      {failure && <Notice kind="problem">The next page could not be read. {failure}</Notice>}
      <button type="button" aria-disabled={isReading} onClick={() => void read(true)}>
        {isReading ? 'Reading…' : 'Load more'}
      </button>
    </div>
  );
}
