import { execute } from './client.js';
import { BalancesDocument, CreateNoteDocument, NotesDocument, type NotesQuery, type NoteStatus } from './gql/graphql.js';

/** The titles of all notes of a status, page by page. */
export async function readTitles(url: string, token: string, status: NoteStatus): Promise<string[]> {
  const titles: string[] = [];
  for (let after: string | null = null; ;) {
    const { notes }: NotesQuery = await execute(url, token, NotesDocument, { first: 2, after, where: { status: { eq: status } } });
    titles.push(...(notes?.nodes ?? []).map((note) => note.title));
    after = notes?.pageInfo.endCursor ?? null;
    if (!notes?.pageInfo.hasNextPage) {
      return titles;
    }
  }
}

/** The new note's id, or what to tell the one who typed it. */
export async function createNote(url: string, token: string, title: string): Promise<{ id: string } | { problems: string[] }> {
  const { createNote } = await execute(url, token, CreateNoteDocument, { input: { title } });
  if (createNote.note) {
    return { id: createNote.note.id };
  }

  return {
    problems: (createNote.errors ?? []).map((error) =>
      error.__typename === 'ValidationError' ? `${error.path.join('.')}: ${error.code}` : error.message),
  };
}

/** What all contacts owe together. */
export async function sumBalances(url: string, token: string): Promise<number> {
  const { contacts } = await execute(url, token, BalancesDocument, {});
  return (contacts?.nodes ?? []).reduce((sum, contact) => sum + contact.balance, 0);
}
