import { useState } from 'react';
import type { WholeDocumentFragment } from '../gql/graphql';
import { Notice } from '../ui/Notice';
import { ConflictChoice } from './ConflictChoice';
import { DeleteButton } from './DeleteButton';
import { DocumentForm } from './DocumentForm';
import { DocumentText } from './DocumentText';
import { PaneHeading } from './PaneHeading';
import { Sharing } from './Sharing';
import { UnsavedText } from './UnsavedText';
import { useSaving } from './use-saving';

interface DocumentEditorProps {
  document: WholeDocumentFragment;
  onDelete(document: WholeDocumentFragment): Promise<void>;
}

/** A document as far as it is the person's to change: `can` says so, and decides what is on the page. */
export function DocumentEditor({ document, onDelete }: DocumentEditorProps) {
  const saving = useSaving(document);
  const { draft, isOvertaken } = saving;
  const [isComparing, setComparing] = useState(false);
  return (
    <article>
      <PaneHeading title={document.title}>
        written by {document.createdBy}, version {document.version}
      </PaneHeading>
      {!document.can.update ? (
        <>
          <DocumentText document={document} />
          {draft && <UnsavedText id={document.id} draft={draft} reason="You may no longer change this document. What you typed is still here:" />}
        </>
      ) : draft && isOvertaken && (isComparing || saving.isRefused) ? (
        <ConflictChoice draft={draft} document={document} onChoose={saving.saveChosen} />
      ) : (
        <>
          {isOvertaken && (
            <Notice kind="hint">
              Somebody changed this document while you were writing. <button type="button" onClick={() => setComparing(true)}>Compare</button>
            </Notice>
          )}
          <DocumentForm
            values={saving.values}
            problems={saving.problems}
            isSaving={saving.isSaving}
            isSaved={saving.isSaved}
            isChanged={draft !== null}
            onChange={saving.type}
            onSave={saving.save}
            onDiscard={saving.discard}
          />
        </>
      )}
      <Sharing document={document} />
      {document.can.delete && <DeleteButton title={document.title} onDelete={() => void onDelete(document)} />}
    </article>
  );
}
