import type { WholeDocumentFragment } from '../gql/graphql';
import type { Right } from './Sharing';

interface SharedWithProps {
  document: WholeDocumentFragment;
  onRemove(right: Right, subject: string): void;
}

const rights: Record<Right, string> = { readers: 'may read', editors: 'may change' };

export function SharedWith({ document, onRemove }: SharedWithProps) {
  const entries = (['readers', 'editors'] as const).flatMap((right) => document[right].map((subject) => ({ right, subject })));
  if (entries.length === 0) {
    return <p className="dim">Nobody by name.</p>;
  }

  return (
    <ul className="people">
      {entries.map(({ right, subject }) => (
        <li key={`${right} ${subject}`}>
          <span><strong>{subject}</strong> <span className="dim">{rights[right]}</span></span>
          {document.can.update && (
            <button type="button" aria-label={`Remove ${subject}`} onClick={() => onRemove(right, subject)}>Remove</button>
          )}
        </li>
      ))}
    </ul>
  );
}
