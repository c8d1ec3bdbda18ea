import { useState } from 'react';
import type { Draft } from '../drafts/drafts';
import { useDrafts } from '../drafts/use-drafts';
import { newDocument, open } from '../location';
import { Notice } from '../ui/Notice';
import { emptyFields, fieldNames, labels } from './fields';

interface UnsavedTextProps {
  id: string;
  draft: Draft;
  reason: string;
}

/** What was typed for a document that can't be written any more, to be taken elsewhere. */
export function UnsavedText({ id, draft, reason }: UnsavedTextProps) {
  const drafts = useDrafts();
  const [isCopied, setCopied] = useState(false);
  const text = fieldNames.filter((name) => draft.values[name] !== '').map((name) => `${labels[name]}: ${draft.values[name]}`).join('\n\n');

  function makeNew() {
    drafts.set(newDocument, { version: 0, base: emptyFields, values: draft.values });
    drafts.set(id, null);
    open(newDocument);
  }

  return (
    <section className="unsaved" aria-label="What you typed">
      <Notice kind="problem">{reason}</Notice>
      <textarea readOnly rows={10} aria-label="What you typed" value={text} />
      <p className="actions">
        <button type="button" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>Copy</button>
        <button type="button" onClick={makeNew}>Make it a new document</button>
        <button type="button" onClick={() => drafts.set(id, null)}>Discard</button>
        <span className="dim" role="status">{isCopied && 'Copied.'}</span>
      </p>
    </section>
  );
}
