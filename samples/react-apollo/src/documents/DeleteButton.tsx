import { useRef } from 'react';

interface DeleteButtonProps {
  title: string;
  onDelete(): void;
}

/** Asks first. The browser's own dialog keeps the focus inside, from the first button on, and Escape closes it. */
export function DeleteButton({ title, onDelete }: DeleteButtonProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <section className="delete">
      <button type="button" className="danger" onClick={() => dialog.current?.showModal()}>Delete…</button>
      <dialog ref={dialog} aria-label="Delete this document?">
        <p>Delete “{title}” for everybody? It can’t be brought back.</p>
        <p className="actions">
          <button type="button" onClick={() => dialog.current?.close()}>Keep it</button>
          <button type="button" className="danger" onClick={() => {
            dialog.current?.close();
            onDelete();
          }}>Delete</button>
        </p>
      </dialog>
    </section>
  );
}
