// Documents over a schema of which nothing is known: each root field with all its arguments, and once more with a variable for each of them.
import { getNamedType, isAbstractType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType } from 'graphql';

const scalars = {
  Int: '1',
  Float: '1.5',
  Boolean: 'true',
  Long: '1',
  Decimal: '1.5',
  DateTime: '"2026-01-31T12:00:00Z"',
  LocalDate: '"2026-01-31"',
  UUID: '"01234567-89ab-cdef-0123-456789abcdef"',
  URL: '"https://example.com/"',
  ByteArray: '"AAEC"',
};

export function sampleDocuments(schema) {
  const documents = [];
  for (const [operation, root] of [['query', schema.getQueryType()], ['mutation', schema.getMutationType()]]) {
    for (const field of Object.values(root.getFields())) {
      const values = Object.fromEntries(field.args.map((argument) => [argument.name, literalOf(argument.type, 0)]));
      documents.push(`${operation} ${field.name} { ${rootField(schema, field, values)} }`);
      for (const { name, type } of field.args) {
        documents.push(`${operation} ($v: ${type}) { ${rootField(schema, field, { ...values, [name]: '$v' })} }`);
      }
    }
  }

  return documents;
}

const rootField = (schema, field, values) => `${field.name}${argumentsOf(values)}${selectionOf(schema, getNamedType(field.type), 1)}`;

function literalOf(type, depth) {
  if (isNonNullType(type)) {
    return literalOf(type.ofType, depth);
  }

  if (isListType(type)) {
    return `[${literalOf(type.ofType, depth)}]`;
  }

  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const given = type.isOneOf ? fields.slice(0, 1) : fields.filter((field) => isNonNullType(field.type) || (depth < 2 && isLeafType(getNamedType(field.type))));
    return `{ ${given.map((field) => `${field.name}: ${literalOf(field.type, depth + 1)}`).join(', ')} }`;
  }

  return isEnumType(type) ? type.getValues()[0].name : (scalars[type.name] ?? '"a"');
}

function selectionOf(schema, type, depth) {
  if (isLeafType(type)) {
    return '';
  }

  if (isAbstractType(type)) {
    const members = schema.getPossibleTypes(type).slice(0, 2);
    return ` { __typename ${members.map((member) => `... on ${member.name}${selectionOf(schema, member, depth + 1)}`).join(' ')} }`;
  }

  const fields = Object.values(type.getFields()).filter((field) => depth < 3 || isLeafType(getNamedType(field.type)));
  return ` { ${['__typename', ...fields.slice(0, 8).map((field) => fieldOf(schema, field, depth))].join(' ')} }`;
}

function fieldOf(schema, field, depth) {
  const required = field.args.filter((argument) => isNonNullType(argument.type));
  const values = Object.fromEntries(required.map((argument) => [argument.name, literalOf(argument.type, 0)]));
  return `${field.name}${argumentsOf(values)}${selectionOf(schema, getNamedType(field.type), depth + 1)}`;
}

function argumentsOf(values) {
  const given = Object.entries(values);
  return given.length === 0 ? '' : `(${given.map(([name, value]) => `${name}: ${value}`).join(', ')})`;
}
