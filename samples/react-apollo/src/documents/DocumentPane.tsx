import { useEffect } from 'react';
import { useQuery } from '@apollo/client/react';
import { DocumentDocument, type WholeDocumentFragment } from '../gql/graphql';
import { describe } from '../server/trouble';
import { Notice } from '../ui/Notice';
import { DocumentEditor } from './DocumentEditor';
import { LostDocument } from './LostDocument';

const interval = 30_000;

interface DocumentPaneProps {
  id: string;
  onDelete(document: WholeDocumentFragment): Promise<void>;
}

/** One document, read again every half minute while it is looked at, and when a person comes back to it: it may be another's work, or gone, by then. */
export function DocumentPane({ id, onDelete }: DocumentPaneProps) {
  const { data, previousData, error, refetch } = useQuery(DocumentDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    pollInterval: interval,
    skipPollAttempt: () => window.document.hidden,
  });

  useEffect(() => {
    const readAgain = () => void (window.document.hidden || refetch().catch(() => undefined));
    window.document.addEventListener('visibilitychange', readAgain);
    return () => window.document.removeEventListener('visibilitychange', readAgain);
  }, [refetch]);

  // A reading that fails leaves the data as they are.
  const document = data?.document;
  if (document) {
    return <DocumentEditor document={document} onDelete={onDelete} />;
  }

  if (document === null) {
    return <LostDocument id={id} title={previousData?.document?.title} />;
  }

  return error ? (
    <Notice kind="problem">
      This document could not be read. {describe(error)}{' '}
      <button type="button" onClick={() => void refetch().catch(() => undefined)}>Try again</button>
    </Notice>
  ) : (
    <p className="dim" role="status">Reading…</p>
  );
}
