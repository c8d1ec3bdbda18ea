import type { SubmitEvent } from 'react';
import { Notice } from '../ui/Notice';
import { TextField } from '../ui/TextField';
import { useFirstProblem } from '../ui/use-first-problem';
import { fieldNames, type Fields, labels } from './fields';
import { otherProblems, type Problem, problemsOf } from '../ui/problems';

interface DocumentFormProps {
  values: Fields;
  problems: readonly Problem[];
  isSaving: boolean;
  isSaved: boolean;
  isChanged: boolean;
  /** While a new document is on its way nobody knows yet where further text would go. */
  readOnly?: boolean;
  onChange(values: Fields): void;
  onSave(): Promise<void>;
  onDiscard(): void;
}

export function DocumentForm({ values, problems, isSaving, isSaved, isChanged, readOnly = false, onChange, onSave, onDiscard }: DocumentFormProps) {
  const form = useFirstProblem(problems);
  const others = otherProblems(problems, ...fieldNames);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void onSave();
  };
  return (
    <form ref={form} noValidate onSubmit={submit}>
      {fieldNames.map((name) => (
        <TextField
          key={name}
          label={labels[name]}
          hint={name === 'department' ? 'Everybody in this department may read it.' : ''}
          value={values[name]}
          problems={problemsOf(problems, name)}
          isMultiline={name === 'text'}
          readOnly={readOnly}
          onChange={(value) => onChange({ ...values, [name]: value })}
        />
      ))}
      {others.length > 0 && <Notice kind="problem">Not saved; what you typed is kept. {others.map(({ message }) => message).join(' ')}</Notice>}
      <p className="actions">
        <button type="submit" className="primary" aria-disabled={isSaving || !isChanged}>
          {isSaving ? 'Saving…' : 'Save'}
        </button>
        {isChanged && !isSaving && <button type="button" onClick={onDiscard}>Discard</button>}
        <span className="dim" role="status">{isSaved && 'Saved.'}</span>
      </p>
    </form>
  );
}
