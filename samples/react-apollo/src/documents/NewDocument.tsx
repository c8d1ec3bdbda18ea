import { useState } from 'react';
import { useDraft, useDrafts } from '../drafts/use-drafts';
import { newDocument, open, readOpenDocument } from '../location';
import { DocumentForm } from './DocumentForm';
import { emptyFields, toDocumentFields } from './fields';
import { PaneHeading } from './PaneHeading';
import type { Problem } from '../ui/problems';
import { useWrites } from './use-writes';

export function NewDocument({ subject }: { subject: string }) {
  const drafts = useDrafts();
  const draft = useDraft(newDocument);
  const { create } = useWrites();
  const [isSaving, setSaving] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const values = draft?.values ?? emptyFields;

  async function save() {
    if (isSaving) {
      return;
    }

    setSaving(true);
    const written = await create(toDocumentFields(values), subject);
    setSaving(false);
    setProblems(written.problems);
    if (written.problems.length === 0) {
      drafts.set(newDocument, null);

      // Who has gone elsewhere meanwhile stays there.
      if (readOpenDocument() === newDocument) {
        open(written.document?.id ?? null);
      }
    }
  }

  return (
    <article>
      <PaneHeading title="New document" />
      <DocumentForm
        values={values}
        problems={problems}
        isSaving={isSaving}
        isSaved={false}
        isChanged
        readOnly={isSaving}
        onChange={(changed) => drafts.set(newDocument, { version: 0, base: emptyFields, values: changed })}
        onSave={save}
        onDiscard={() => {
          drafts.set(newDocument, null);
          open(null);
        }}
      />
    </article>
  );
}
