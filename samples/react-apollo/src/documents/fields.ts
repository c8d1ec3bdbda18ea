import type { UpdateDocumentInput, WholeDocumentFragment } from '../gql/graphql';

/** What a person types into, in the order of the form. */
export const fieldNames = ['title', 'text', 'department'] as const;
export type FieldName = (typeof fieldNames)[number];
export type Fields = Record<FieldName, string>;

export const labels: Record<FieldName, string> = { title: 'Title', text: 'Text', department: 'Department' };

export const emptyFields: Fields = { title: '', text: '', department: '' };

export const fieldsOf = ({ title, text, department }: WholeDocumentFragment): Fields => ({ title, text, department: department ?? '' });

export const differences = (left: Fields, right: Fields): FieldName[] => fieldNames.filter((name) => left[name] !== right[name]);

/** As the document's fields: no department is null, not an empty one. */
export const toDocumentFields = ({ title, text, department }: Fields) => ({ title, text, department: department === '' ? null : department });

/** Only what was changed is sent: the rest may be somebody else's by now. */
export function toInput(values: Fields, names: readonly FieldName[]): Omit<UpdateDocumentInput, 'id' | 'ifVersion'> {
  return Object.fromEntries(Object.entries(toDocumentFields(values)).filter(([name]) => names.includes(name as FieldName)));
}
