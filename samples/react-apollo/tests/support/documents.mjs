// What other programs of the same people do meanwhile.
export async function makeDocument(sample, subject, input) {
  const mutation = 'mutation($input: CreateDocumentInput!) { createDocument(input: $input) { document { id title } } }';
  return (await sample.ask(subject, mutation, { input })).createDocument.document;
}

/** Changes a document, and says which version it has then. */
export const changeDocument = async (sample, subject, input) => {
  const { updateDocument } = await sample.ask(
    subject,
    'mutation($input: UpdateDocumentInput!) { updateDocument(input: $input) { document { version } errors { ... on Error { message } } } }',
    { input },
  );
  return updateDocument.document.version;
};

/** Whatever the document has, as that person reads it; null if they may not. */
export const readDocument = async (sample, subject, id) =>
  (await sample.ask(subject, 'query($id: ID!) { document(id: $id) { title text department readers editors } }', { id })).document;
