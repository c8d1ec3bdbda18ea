import { useEffect, useRef, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { useAuth } from 'react-oidc-context';
import { DocumentsDocument } from '../gql/graphql';
import { newDocument, pathOf } from '../location';
import { describe } from '../server/trouble';
import { Link } from '../ui/Link';
import { Notice } from '../ui/Notice';
import { useSettled } from '../ui/use-settled';
import { DocumentRow } from './DocumentRow';
import { FilterForm } from './FilterForm';
import { noFilter, toCondition } from './filter';
import { MoreDocuments } from './MoreDocuments';

const pageSize = 20;

interface DocumentListProps {
  subject: string;
  openId: string | null;
}

export function DocumentList({ subject, openId }: DocumentListProps) {
  const { user } = useAuth();
  const [filter, setFilter] = useState(noFilter);
  const settled = useSettled(filter, 300);
  const scroller = useRef<HTMLElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { data, previousData, error, refetch, fetchMore } = useQuery(DocumentsDocument, {
    variables: { first: pageSize, where: toCondition(settled, subject) },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const connection = (data ?? previousData)?.documents;
  const edges = connection?.edges ?? [];

  // Who pressed the button goes on reading at the first document that came.
  const goOnAt = useRef(Infinity);
  useEffect(() => {
    if (edges.length > goOnAt.current) {
      list.current?.children[goOnAt.current]?.querySelector('a')?.focus();
      goOnAt.current = Infinity;
    }
  }, [edges.length]);

  // Who closes a document goes on at its line; where that is gone, at the list.
  const lastOpen = useRef(openId);
  useEffect(() => {
    if (openId === null && lastOpen.current !== null) {
      const line = [...(list.current?.querySelectorAll('a') ?? [])].find((link) => link.getAttribute('href') === pathOf(lastOpen.current));
      (line ?? scroller.current)?.focus();
    }

    lastOpen.current = openId;
  }, [openId]);

  async function readMore(isByHand: boolean) {
    goOnAt.current = isByHand ? edges.length : Infinity;
    await fetchMore({ variables: { after: connection?.pageInfo.endCursor ?? null } });
  }

  return (
    <nav ref={scroller} className="list" aria-label="Documents" tabIndex={-1}>
      <div className="list-head">
        <FilterForm filter={filter} onChange={setFilter} />
        {user?.scopes.includes('write:documents') && <Link to={newDocument} className="button primary">New document</Link>}
      </div>
      {error && (
        <Notice kind="problem">
          Your documents could not be read. {describe(error)}{' '}
          <button type="button" onClick={() => void refetch().catch(() => undefined)}>Try again</button>
        </Notice>
      )}
      <ul ref={list}>
        {edges.map(({ node }) => (
          <DocumentRow key={node.id} document={node} subject={subject} isOpen={node.id === openId} />
        ))}
      </ul>
      <p className="dim" role="status">
        {connection?.totalCount === 0 && 'No document.'}
        {connection && connection.totalCount > 0 && `${edges.length} of ${connection.totalCount} documents`}
        {!connection && !error && 'Reading…'}
      </p>
      {connection?.pageInfo.hasNextPage && (
        <MoreDocuments key={connection.pageInfo.endCursor} scroller={scroller} readMore={readMore} />
      )}
    </nav>
  );
}
