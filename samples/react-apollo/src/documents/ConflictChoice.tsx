import { useEffect, useRef, useState } from 'react';
import type { Draft } from '../drafts/drafts';
import type { WholeDocumentFragment } from '../gql/graphql';
import { Notice } from '../ui/Notice';
import { ConflictField, type Side } from './ConflictField';
import { differences, type FieldName, type Fields, fieldsOf } from './fields';

interface ConflictChoiceProps {
  draft: Draft;
  document: WholeDocumentFragment;
  onChoose(values: Fields): Promise<void>;
}

/** Somebody else's version beside what was typed, and for each part that differs the choice which is to stand. */
export function ConflictChoice({ draft, document, onChoose }: ConflictChoiceProps) {
  const theirs = fieldsOf(document);
  const mine = draft.values;
  const names = differences(mine, theirs);
  const [chosen, setChosen] = useState<Partial<Record<FieldName, Side>>>({});

  // What only they changed is theirs unless a person says otherwise.
  const sideOf = (name: FieldName): Side => chosen[name] ?? (draft.base[name] === mine[name] ? 'theirs' : 'mine');
  const merge: Record<Side, (name: FieldName) => string> = {
    mine: (name) => mine[name],
    theirs: (name) => theirs[name],
    both: (name) => `${theirs[name]}\n\n${mine[name]}`,
  };

  // The input that had the focus is gone.
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);

  function choose() {
    const merged = names.map((name) => [name, merge[sideOf(name)](name)]);
    void onChoose({ ...theirs, ...Object.fromEntries(merged) });
  }

  return (
    <section ref={section} aria-label="Two versions" tabIndex={-1}>
      <Notice kind="problem">
        Somebody changed this document while you were writing. Nothing is lost: choose what is to stand, part by part.
      </Notice>
      {names.map((name) => (
        <ConflictField
          key={name}
          name={name}
          mine={mine[name]}
          theirs={theirs[name]}
          side={sideOf(name)}
          onChoose={(side) => setChosen({ ...chosen, [name]: side })}
        />
      ))}
      <p className="actions">
        <button type="button" className="primary" onClick={choose}>Save what is chosen</button>
      </p>
    </section>
  );
}
