import { memo } from 'react';
import { useDraft } from '../drafts/use-drafts';
import type { DocumentLineFragment } from '../gql/graphql';
import { Link } from '../ui/Link';
import { isTemporary } from './use-writes';

interface DocumentRowProps {
  document: DocumentLineFragment;
  subject: string;
  isOpen: boolean;
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

export const DocumentRow = memo(function DocumentRow({ document, subject, isOpen }: DocumentRowProps) {
  const draft = useDraft(document.id);
  const content = (
    <>
      <strong>{document.title}</strong>
      <span className="dim">
        {document.createdBy === subject ? 'you' : document.createdBy} · {day.format(new Date(document.updatedAt))}
        {isTemporary(document.id) && ' · saving…'}
        {draft && ' · not saved'}
      </span>
    </>
  );
  return (
    <li>
      {isTemporary(document.id) ? (
        <span className="row">{content}</span>
      ) : (
        <Link to={document.id} className="row" isCurrent={isOpen}>{content}</Link>
      )}
    </li>
  );
});
