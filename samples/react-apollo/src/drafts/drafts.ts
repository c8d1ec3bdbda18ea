import { differences, type Fields } from '../documents/fields';

/** Text that was typed and is not saved, with what it was typed over. */
export interface Draft {
  /** The version of the document that was on the page; 0 for a new one. */
  version: number;
  base: Fields;
  values: Fields;
}

const prefix = 'draft ';

/** Drafts of one person, in this tab's storage: they outlive a reload and the way to the issuer and back, and go when the person signs out. */
export class Drafts {
  readonly #storage: Storage;
  readonly #prefix: string;
  readonly #read = new Map<string, Draft | null>();
  readonly #listeners = new Set<() => void>();

  constructor(storage: Storage, subject: string) {
    this.#storage = storage;
    this.#prefix = `${prefix}${subject} `;
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The same object until it changes. */
  get(id: string): Draft | null {
    let draft = this.#read.get(id);
    if (draft === undefined) {
      const text = this.#storage.getItem(this.#prefix + id);
      draft = text === null ? null : (JSON.parse(text) as Draft);
      this.#read.set(id, draft);
    }

    return draft;
  }

  /** A draft in which nothing differs from what it was typed over is none. */
  set(id: string, draft: Draft | null) {
    const kept = draft && differences(draft.base, draft.values).length > 0 ? draft : null;
    this.#read.set(id, kept);
    this.#store(this.#prefix + id, kept);
    this.#listeners.forEach((listener) => listener());
  }

  /** After a write of our own: what is typed goes on from the document as it is now. What was typed while it was on its way stays. */
  goOnFrom(id: string, before: number, version: number, saved: Fields) {
    const draft = this.get(id);
    if (draft?.version === before) {
      this.set(id, { version, base: saved, values: draft.values });
    }
  }

  // Where the storage is full or closed a draft lasts as long as the page.
  #store(key: string, draft: Draft | null) {
    try {
      if (draft) {
        this.#storage.setItem(key, JSON.stringify(draft));
      } else {
        this.#storage.removeItem(key);
      }
    } catch (error) {
      console.warn('A draft can’t be kept.', error);
    }
  }

  clear() {
    const keys = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index) ?? '');
    keys.filter((key) => key.startsWith(this.#prefix)).forEach((key) => this.#storage.removeItem(key));
    this.#read.clear();
  }
}
