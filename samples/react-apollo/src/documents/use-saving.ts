import { useEffect, useState } from 'react';
import type { Draft } from '../drafts/drafts';
import { useDraft, useDrafts } from '../drafts/use-drafts';
import type { WholeDocumentFragment } from '../gql/graphql';
import type { Problem } from '../ui/problems';
import { differences, type Fields, fieldsOf, toInput } from './fields';
import { isOvertaking, useWrites } from './use-writes';

/** What is typed into a document, and its way to the server. */
export function useSaving(document: WholeDocumentFragment) {
  const { id, version } = document;
  const drafts = useDrafts();
  const draft = useDraft(id);
  const { update } = useWrites();
  const [isSaving, setSaving] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const stored = fieldsOf(document);

  // While a write is on its way the page shows what is hoped for, and that is nobody else's change.
  const isBehind = draft !== null && !isSaving && draft.version < version;

  // Another version with the same text, or with just what is typed here, is nothing to choose from.
  const isHarmless = isBehind && (differences(draft.base, stored).length === 0 || differences(draft.values, stored).length === 0);
  const isOvertaken = isBehind && !isHarmless;
  useEffect(() => {
    if (draft && isHarmless) {
      drafts.set(id, { version, base: fieldsOf(document), values: draft.values });
    }
  }, [isHarmless, draft, drafts, document, id, version]);

  function type(values: Fields) {
    setSaved(false);
    drafts.set(id, draft ? { ...draft, values } : { version, base: stored, values });
  }

  const send = ({ version: ifVersion, base, values }: Draft) => update(document, { id, ifVersion, ...toInput(values, differences(base, values)) });

  async function save() {
    let sent = drafts.get(id);
    if (sent === null || isSaving) {
      return;
    }

    setSaving(true);
    setProblems([]);
    let written = await send(sent);
    const { current } = written;
    if (current && written.problems.some(isOvertaking) && differences(sent.base, fieldsOf(current)).length === 0) {
      drafts.goOnFrom(id, sent.version, current.version, sent.base);
      sent = { ...sent, version: current.version };
      written = await send(sent);
    }

    if (written.problems.length === 0) {
      drafts.goOnFrom(id, sent.version, written.document?.version ?? sent.version, sent.values);
      setSaved(true);
    }

    setProblems(written.problems);
    setSaving(false);
  }

  /** What was chosen of two versions, in place of what was typed. */
  async function saveChosen(values: Fields) {
    drafts.set(id, { version, base: stored, values });
    await save();
  }

  function discard() {
    drafts.set(id, null);
    setProblems([]);
  }

  return {
    draft,
    values: draft?.values ?? stored,
    problems: isOvertaken ? problems.filter((problem) => !isOvertaking(problem)) : problems,
    isSaving,
    isSaved: isSaved && draft === null,
    /** Somebody else has changed what was typed over. */
    isOvertaken,
    /** The server has refused a save for that. */
    isRefused: problems.some(isOvertaking),
    type,
    save,
    saveChosen,
    discard,
  };
}
