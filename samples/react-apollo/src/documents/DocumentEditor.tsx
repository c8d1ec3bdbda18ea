import { useEffect, useState } from 'react';
import { useDraft, useDrafts } from '../drafts/use-drafts';
import type { WholeDocumentFragment } from '../gql/graphql';
import { ConflictChoice } from './ConflictChoice';
import { DeleteButton } from './DeleteButton';
import { DocumentForm } from './DocumentForm';
import { DocumentText } from './DocumentText';
import { differences, type Fields, fieldsOf, toInput } from './fields';
import { PaneHeading } from './PaneHeading';
import type { Problem } from '../ui/problems';
import { Sharing } from './Sharing';
import { UnsavedText } from './UnsavedText';
import { useWrites } from './use-writes';

interface DocumentEditorProps {
  document: WholeDocumentFragment;
  onDelete(document: WholeDocumentFragment): Promise<void>;
}

/** A document as far as it is the person's to change: `can` says so, and decides what is on the page. */
export function DocumentEditor({ document, onDelete }: DocumentEditorProps) {
  const { id } = document;
  const drafts = useDrafts();
  const draft = useDraft(id);
  const { update } = useWrites();
  const [isSaving, setSaving] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isSaved, setSaved] = useState(false);
  const stored = fieldsOf(document);

  function type(values: Fields) {
    setSaved(false);
    drafts.set(id, draft ? { ...draft, values } : { version: document.version, base: stored, values });
  }

  async function save() {
    const sent = drafts.get(id);
    if (sent === null || isSaving) {
      return;
    }

    setSaving(true);
    setProblems([]);
    const input = { id, ifVersion: sent.version, ...toInput(sent.values, differences(sent.base, sent.values)) };
    const written = await update(document, input);
    if (written.problems.length === 0) {
      drafts.goOnFrom(id, sent.version, written.document?.version ?? sent.version, sent.values);
      setSaved(true);
    }

    // Of another version the page itself tells, with a choice.
    setProblems(written.problems.filter((problem) => problem.__typename !== 'VersionConflictError'));
    setSaving(false);
  }

  // While a write is on its way the page shows what is hoped for, and that is nobody else's change.
  const isOvertaken = draft !== null && !isSaving && draft.version < document.version;
  const isSettled = isOvertaken && differences(draft.values, stored).length === 0;
  useEffect(() => {
    if (isSettled) {
      drafts.set(id, null);
    }
  }, [isSettled, drafts, id]);

  return (
    <article>
      <PaneHeading title={document.title}>
        written by {document.createdBy}, version {document.version}
      </PaneHeading>
      {isOvertaken && !isSettled && document.can.update ? (
        <ConflictChoice draft={draft} document={document} onChoose={(values) => {
          drafts.set(id, { version: document.version, base: stored, values });
          return save();
        }} />
      ) : document.can.update ? (
        <DocumentForm
          values={draft?.values ?? stored}
          problems={problems}
          isSaving={isSaving}
          isSaved={isSaved && draft === null}
          isChanged={draft !== null}
          onChange={type}
          onSave={save}
          onDiscard={() => drafts.set(id, null)}
        />
      ) : (
        <>
          <DocumentText document={document} />
          {draft && <UnsavedText id={id} draft={draft} reason="You may no longer change this document. What you typed is still here:" />}
        </>
      )}
      <Sharing document={document} />
      {document.can.delete && <DeleteButton title={document.title} onDelete={() => void onDelete(document)} />}
    </article>
  );
}
