import { useId, useState } from 'react';
import type { WholeDocumentFragment } from '../gql/graphql';
import type { Problem } from '../ui/problems';
import { ShareForm } from './ShareForm';
import { SharedWith } from './SharedWith';
import { useWrites } from './use-writes';

/** By which field of a document a person is let in. */
export type Right = 'readers' | 'editors';

/** Whom a document is shared with. Each change is a write of its own, beside what is being typed. */
export function Sharing({ document }: { document: WholeDocumentFragment }) {
  const id = useId();
  const { update } = useWrites();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [done, setDone] = useState('');

  async function write(right: Right, subjects: string[], told: string): Promise<boolean> {
    const written = await update(document, { id: document.id, ifVersion: document.version, [right]: subjects });
    setProblems(written.problems);
    setDone(written.problems.length === 0 ? told : '');
    return written.problems.length === 0;
  }

  const share = (right: Right, subject: string) => write(right, [...document[right], subject], `Shared with ${subject}.`);
  const stop = (right: Right, subject: string) =>
    write(right, document[right].filter((other) => other !== subject), `No longer shared with ${subject}.`);

  return (
    <section className="sharing" aria-labelledby={id}>
      <h3 id={id}>Shared with</h3>
      <SharedWith document={document} onRemove={(right, subject) => void stop(right, subject)} />
      {document.can.update && <ShareForm problems={problems} onShare={share} />}
      <p className="dim" role="status">{done}</p>
    </section>
  );
}
