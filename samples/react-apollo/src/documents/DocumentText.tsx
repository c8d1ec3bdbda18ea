import type { WholeDocumentFragment } from '../gql/graphql';

/** A document for those who may only read it. */
export function DocumentText({ document }: { document: WholeDocumentFragment }) {
  return (
    <>
      <p className="text">{document.text}</p>
      {document.department !== null && <p className="dim">Department: {document.department}</p>}
      <p className="dim">You may read this document, not change it.</p>
    </>
  );
}
