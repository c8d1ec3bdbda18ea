import { useEffect, useMemo, useState } from 'react';
import { Drafts } from '../drafts/drafts';
import { DraftsContext } from '../drafts/use-drafts';
import type { WholeDocumentFragment } from '../gql/graphql';
import { newDocument, open, openInstead, useOpenDocument } from '../location';
import { TroubleBanner } from '../server/TroubleBanner';
import { Notice } from '../ui/Notice';
import { PageHeader } from '../ui/PageHeader';
import { DocumentList } from './DocumentList';
import { DocumentPane } from './DocumentPane';
import { NewDocument } from './NewDocument';
import type { Problem } from '../ui/problems';
import { isOvertaking, useWrites } from './use-writes';

const tell = (problem: Problem) =>
  isOvertaking(problem) ? 'Somebody changed it meanwhile: look at it first.' : problem.message;

/** The list, and beside it the document that is open; on a phone one of the two. */
export function DocumentsPage({ subject }: { subject: string }) {
  const drafts = useMemo(() => new Drafts(window.sessionStorage, subject), [subject]);
  const openId = useOpenDocument();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { remove } = useWrites();

  useEffect(() => {
    if (openId !== null) {
      setRefusal(null);
    }
  }, [openId]);

  // What is open is as private as what is typed.
  function forget() {
    drafts.clear();
    openInstead(null);
  }

  async function deleteAndClose(document: WholeDocumentFragment) {
    open(null);
    const { problems } = await remove(document);
    if (problems.length === 0) {
      drafts.set(document.id, null);
    } else {
      setRefusal(`“${document.title}” was not deleted. ${problems.map(tell).join(' ')}`);
    }
  }

  return (
    <DraftsContext value={drafts}>
      <PageHeader subject={subject} onSignOut={forget} />
      <TroubleBanner />
      {refusal && <Notice kind="problem">{refusal}</Notice>}
      <main className={openId === null ? 'documents' : 'documents is-open'}>
        <DocumentList subject={subject} openId={openId} />
        <section id="document" className="pane" aria-label="Document" tabIndex={-1}>
          {openId === null ? (
            <p className="dim hint">Choose a document, or write a new one.</p>
          ) : openId === newDocument ? (
            <NewDocument subject={subject} />
          ) : (
            <DocumentPane key={openId} id={openId} onDelete={deleteAndClose} />
          )}
        </section>
      </main>
    </DraftsContext>
  );
}
