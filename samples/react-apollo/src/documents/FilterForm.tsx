import { useId } from 'react';
import { type Filter, owners } from './filter';

interface FilterFormProps {
  filter: Filter;
  onChange(filter: Filter): void;
}

export function FilterForm({ filter, onChange }: FilterFormProps) {
  const id = useId();
  return (
    <form role="search" className="filter" onSubmit={(event) => event.preventDefault()}>
      <div>
        <label htmlFor={`${id}-text`}>Title or text contains</label>
        <input
          id={`${id}-text`}
          type="search"
          maxLength={200}
          value={filter.text}
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
        />
      </div>
      <div>
        <label htmlFor={`${id}-owner`}>Show</label>
        <select
          id={`${id}-owner`}
          value={filter.owner}
          onChange={(event) => onChange({ ...filter, owner: event.target.value as Filter['owner'] })}
        >
          {Object.entries(owners).map(([value, label]) => <option key={value} value={value}>{label}</option>)}
        </select>
      </div>
    </form>
  );
}
