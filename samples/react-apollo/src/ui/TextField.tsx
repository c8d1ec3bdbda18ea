import { useId } from 'react';
import type { Problem } from './problems';

interface TextFieldProps {
  label: string;
  hint?: string;
  value: string;
  problems: readonly Problem[];
  isMultiline?: boolean;
  readOnly?: boolean;
  onChange(value: string): void;
}

/** An input with its label, and below it what is wrong with it. */
export function TextField({ label, hint, value, problems, isMultiline = false, readOnly = false, onChange }: TextFieldProps) {
  const id = useId();
  const Input = isMultiline ? 'textarea' : 'input';
  const described = [hint && `${id}-hint`, problems.length > 0 && `${id}-problems`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={value}
        readOnly={readOnly}
        rows={isMultiline ? 12 : undefined}
        aria-invalid={problems.length > 0 || undefined}
        aria-describedby={described || undefined}
        onChange={(event: { target: { value: string } }) => onChange(event.target.value)}
      />
      {hint && <p id={`${id}-hint`} className="dim">{hint}</p>}
      {problems.length > 0 && (
        <p id={`${id}-problems`} className="problem">{problems.map(({ message }) => message).join(' ')}</p>
      )}
    </div>
  );
}
