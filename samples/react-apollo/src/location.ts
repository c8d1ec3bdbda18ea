import { useSyncExternalStore } from 'react';

const parameter = 'document';

/** As the id of an open document: one that is being written. */
export const newDocument = 'new';

function subscribe(changed: () => void) {
  window.addEventListener('popstate', changed);
  return () => window.removeEventListener('popstate', changed);
}

/** The id of the document that is open, by the page's address; null where there is none. */
export const readOpenDocument = () => new URLSearchParams(window.location.search).get(parameter);

export const useOpenDocument = (): string | null => useSyncExternalStore(subscribe, readOpenDocument);

export const pathOf = (id: string | null): string => (id === null ? '/' : `/?${new URLSearchParams({ [parameter]: id })}`);

export function open(id: string | null) {
  window.history.pushState(null, '', pathOf(id));
  window.dispatchEvent(new PopStateEvent('popstate'));
}

/** In place of the address that is shown: an issuer's answer must not be read a second time. */
export function openInstead(id: string | null) {
  window.history.replaceState(null, '', pathOf(id));
  window.dispatchEvent(new PopStateEvent('popstate'));
}
