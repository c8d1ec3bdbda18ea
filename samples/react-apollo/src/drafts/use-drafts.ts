import { createContext, use, useSyncExternalStore } from 'react';
import { type Draft, Drafts } from './drafts';

export const DraftsContext = createContext<Drafts | null>(null);

export function useDrafts(): Drafts {
  const drafts = use(DraftsContext);
  if (drafts === null) {
    throw new Error('There is no DraftsContext above.');
  }

  return drafts;
}

/** What is typed for a document and not saved. */
export function useDraft(id: string): Draft | null {
  const drafts = useDrafts();
  return useSyncExternalStore(drafts.subscribe, () => drafts.get(id));
}
