import { type SubmitEvent, useId, useState } from 'react';
import { Notice } from '../ui/Notice';
import { TextField } from '../ui/TextField';
import { useFirstProblem } from '../ui/use-first-problem';
import { otherProblems, type Problem, problemsOf } from '../ui/problems';
import type { Right } from './Sharing';

interface ShareFormProps {
  problems: readonly Problem[];
  onShare(right: Right, subject: string): Promise<boolean>;
}

export function ShareForm({ problems, onShare }: ShareFormProps) {
  const id = useId();
  const form = useFirstProblem(problems);
  const [subject, setSubject] = useState('');
  const [right, setRight] = useState<Right>('readers');
  const others = otherProblems(problems, 'readers', 'editors');

  async function share(event: SubmitEvent) {
    event.preventDefault();
    if (await onShare(right, subject.trim())) {
      setSubject('');
    }
  }

  return (
    <form ref={form} className="share" noValidate onSubmit={(event) => void share(event)}>
      <TextField label="User name" value={subject} problems={problemsOf(problems, 'readers', 'editors')} onChange={setSubject} />
      <div className="field">
        <label htmlFor={id}>May</label>
        <select id={id} value={right} onChange={(event) => setRight(event.target.value as Right)}>
          <option value="readers">read</option>
          <option value="editors">change</option>
        </select>
      </div>
      <button type="submit">Share</button>
      {others.length > 0 && <Notice kind="problem">Not shared. {others.map(({ message }) => message).join(' ')}</Notice>}
    </form>
  );
}
