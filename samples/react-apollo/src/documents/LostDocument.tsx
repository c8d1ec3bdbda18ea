import { useEffect, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useDraft } from '../drafts/use-drafts';
import { Notice } from '../ui/Notice';
import { removeFromLists } from './lists';
import { PaneHeading } from './PaneHeading';
import { UnsavedText } from './UnsavedText';

interface LostDocumentProps {
  id: string;
  /** As it was called, where that is known. */
  title: string | undefined;
}

/** A document that isn't there for this person: deleted, no longer shared, or never theirs; the server tells nobody which. */
export function LostDocument({ id, title }: LostDocumentProps) {
  const { cache } = useApolloClient();
  const draft = useDraft(id);
  const [known] = useState(title ?? draft?.base.title);
  const reason = known === undefined ? 'There is no such document for you.' : `“${known}” was deleted, or is no longer shared with you.`;
  useEffect(() => removeFromLists(cache, id), [cache, id]);
  return (
    <article>
      <PaneHeading title={known ?? 'No document'} />
      {draft ? <UnsavedText id={id} draft={draft} reason={`${reason} What you typed is still here:`} /> : <Notice kind="problem">{reason}</Notice>}
    </article>
  );
}
