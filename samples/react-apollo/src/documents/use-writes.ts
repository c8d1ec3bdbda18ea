import { useApolloClient } from '@apollo/client/react';
import { CreateDocumentDocument, DeleteDocumentDocument, DocumentDocument, UpdateDocumentDocument } from '../gql/graphql';
import type { CreateDocumentInput, UpdateDocumentInput, WholeDocumentFragment } from '../gql/graphql';
import { describe } from '../server/trouble';
import { addToLists, removeFromLists } from './lists';
import type { Problem } from '../ui/problems';

/** What came of a write. A document that was written and may not be read has neither. */
export interface Written {
  document: WholeDocumentFragment | null;
  problems: Problem[];
  /** What the document is, where it was read again after a refusal. */
  current?: WholeDocumentFragment | null | undefined;
}

export const isOvertaking = ({ __typename }: Problem) => __typename === 'VersionConflictError';

const temporary = 'unsaved ';

/** Whether a document is shown before the server has it. */
export const isTemporary = (id: string) => id.startsWith(temporary);

const failed = (error: unknown): Written => ({ document: null, problems: [{ message: describe(error) }] });

/** Writes that are shown at once and taken back when the server refuses them. */
export function useWrites() {
  const client = useApolloClient();

  async function create(input: CreateDocumentInput, subject: string): Promise<Written> {
    const expected: WholeDocumentFragment = {
      __typename: 'Document',
      id: temporary + crypto.randomUUID(),
      title: input.title,
      text: input.text ?? '',
      department: input.department ?? null,
      readers: [],
      editors: [],
      createdBy: subject,
      updatedAt: new Date().toISOString(),
      version: 1,
      can: { __typename: 'DocumentPermissions', update: false, delete: false },
    };
    try {
      const { data } = await client.mutate({
        mutation: CreateDocumentDocument,
        variables: { input },
        optimisticResponse: { __typename: 'Mutation', createDocument: { __typename: 'CreateDocumentPayload', document: expected, errors: null } },
        update(cache, { data: result }) {
          if (result?.createDocument.document) {
            addToLists(cache, result.createDocument.document.id);
          }
        },
      });
      return { document: data?.createDocument.document ?? null, problems: data?.createDocument.errors ?? [] };
    } catch (error) {
      return failed(error);
    }
  }

  /** @param shown The document as it is on the page: what the input doesn't name stays as it is there. */
  async function update(shown: WholeDocumentFragment, input: UpdateDocumentInput): Promise<Written> {
    const { id: _, ifVersion: __, budget: ___, ...changes } = input;
    const expected = { ...shown, ...changes } as WholeDocumentFragment;
    try {
      const { data } = await client.mutate({
        mutation: UpdateDocumentDocument,
        variables: { input },
        optimisticResponse: { __typename: 'Mutation', updateDocument: { __typename: 'UpdateDocumentPayload', document: expected, errors: null } },
      });
      const { document, errors } = data!.updateDocument;
      const isStale = document === null && errors?.[0]?.__typename !== 'ValidationError';
      return { document, problems: errors ?? [], ...(isStale && { current: await readAgain(shown.id) }) };
    } catch (error) {
      return failed(error);
    }
  }

  async function remove({ id, version }: WholeDocumentFragment): Promise<Written> {
    try {
      const { data } = await client.mutate({
        mutation: DeleteDocumentDocument,
        variables: { input: { id, ifVersion: version } },
        optimisticResponse: {
          __typename: 'Mutation',
          deleteDocument: { __typename: 'DeleteDocumentPayload', document: { __typename: 'Document', id }, errors: null },
        },
        update(cache, { data: result }) {
          if (result?.deleteDocument.document) {
            removeFromLists(cache, id);
          }
        },
      });
      return { document: null, problems: data?.deleteDocument.errors ?? [] };
    } catch (error) {
      return failed(error);
    }
  }

  /** The document may be another one by now, or nobody's business of ours. */
  async function readAgain(id: string): Promise<WholeDocumentFragment | null | undefined> {
    const answer = await client.query({ query: DocumentDocument, variables: { id }, fetchPolicy: 'network-only' }).catch(() => undefined);
    return answer?.data?.document;
  }

  return { create, update, remove };
}
