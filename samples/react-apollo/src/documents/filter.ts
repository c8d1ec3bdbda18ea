import type { DocumentFilterInput } from '../gql/graphql';

export const owners = { all: 'All', mine: 'Written by me', others: 'Shared with me' } as const;

export interface Filter {
  text: string;
  owner: keyof typeof owners;
}

export const noFilter: Filter = { text: '', owner: 'all' };

/** As the API takes it; null is no condition. */
export function toCondition({ text, owner }: Filter, subject: string): DocumentFilterInput | null {
  const conditions: DocumentFilterInput[] = [];
  if (text !== '') {
    conditions.push({ or: [{ title: { contains: text } }, { text: { contains: text } }] });
  }

  if (owner !== 'all') {
    conditions.push({ createdBy: owner === 'mine' ? { eq: subject } : { neq: subject } });
  }

  return conditions.length === 0 ? null : { and: conditions };
}
