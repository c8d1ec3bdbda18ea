import { useId } from 'react';
import { type FieldName, labels } from './fields';

export type Side = 'mine' | 'theirs' | 'both';

interface ConflictFieldProps {
  name: FieldName;
  mine: string;
  theirs: string;
  side: Side;
  onChoose(side: Side): void;
}

const sides: Record<Side, string> = { mine: 'Yours', theirs: 'As it is now', both: 'Both, one after the other' };

export function ConflictField({ name, mine, theirs, side, onChoose }: ConflictFieldProps) {
  const id = useId();
  const texts: Partial<Record<Side, string>> = { mine, theirs };
  const offered: Side[] = name === 'text' ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'];
  return (
    <fieldset className="conflict">
      <legend>{labels[name]}</legend>
      {offered.map((offer) => (
        <label key={offer} className="side">
          <span>
            <input type="radio" name={id} checked={side === offer} onChange={() => onChoose(offer)} /> {sides[offer]}
          </span>
          {texts[offer] !== undefined && <span className="text">{texts[offer] === '' ? '(empty)' : texts[offer]}</span>}
        </label>
      ))}
    </fieldset>
  );
}
