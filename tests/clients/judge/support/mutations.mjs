// Documents that are one or a few accidents away from given ones.
import { Kind, parse, print, visit } from 'graphql';

const names = ['name', 'nickname', 'x', 'a', 'unknown', 'v', 'id', 'barks', 'mother', 'other', 'A', 'B', 'F', 'Dog', 'Cat', 'Pet', 'Human', 'Query', 'Int', 'String', 'Point', 'Color', 'if', 'include', 'onField', 'many', 'first', '__typename'];
const values = ['1', '1.5', '"a"', 'true', 'null', 'BROWN', '[1]', '[]', '{}', '{ x: 1 }', '{ a: "a" }', '$v', '$a', '[$v, null]'];
const types = ['Int', 'Int!', '[Int]', '[Int!]!', 'String', 'String!', 'Boolean', 'Boolean!', 'ID', 'Point', 'Color', 'Choice', 'Dog', 'Unknown'];
const directives = ['@include(if: true)', '@skip(if: $v)', '@onField', '@onQuery', '@many(a: 1)', '@many', '@needs', '@unknown', '@deprecated'];
const selections = ['name', 'x: name', 'x: nickname', 'a', '...F', '...A', '__typename', '... on Dog { name }', '... on Cat { x: name }', '... { name: __typename }', 'mother { name }', 'mother { x: barks }'];
const definitions = ['fragment F on Dog { name }', 'fragment A on Pet { x: name ...F }', 'fragment F on Cat { ...A }', 'query A { dog { name } }', '{ __typename }', 'subscription { barks { name } meows { name } }'];

/** The text of one mutant of the document. */
export function mutate(document, random) {
  for (let count = 1 + random.below(2); count > 0; count--) {
    document = mutateOnce(document, random);
  }

  return print(document);
}

function mutateOnce(document, random) {
  if (random.below(12) === 0) {
    return { ...document, definitions: [...document.definitions, ...parse(random.pick(definitions)).definitions] };
  }

  let count = 0;
  visit(document, { enter: (node) => void (count += actionsOn(node) ? 1 : 0) });
  const chosen = random.below(count);
  let index = 0;
  return visit(document, {
    enter(node, key) {
      const actions = actionsOn(node);
      return actions && index++ === chosen ? random.pick(actions)(node, random, key) : undefined;
    },
  });
}

const pickName = (node, random) => ({ ...node, value: random.pick(names) });
const withoutOne = (items, random) => items.toSpliced(random.below(items.length), 1);
const withTwice = (items, random) => (items.length === 0 ? items : [...items, random.pick(items)]);
const addDirective = (node, random) => ({ ...node, directives: [...node.directives, parse(`{ a ${random.pick(directives)} }`).definitions[0].selectionSet.selections[0].directives[0]] });
const parsedValue = (text) => parse(`{ a(b: ${text}) }`).definitions[0].selectionSet.selections[0].arguments[0].value;
const changeValue = (node, random) => parsedValue(random.pick(values));

function actionsOn(node) {
  switch (node.kind) {
    case Kind.NAME:
      return [pickName];
    case Kind.SELECTION_SET:
      return [
        (set, random) => ({ ...set, selections: set.selections.length > 1 ? withoutOne(set.selections, random) : set.selections }),
        (set, random) => ({ ...set, selections: withTwice(set.selections, random) }),
        (set, random) => ({ ...set, selections: [...set.selections, ...parse(`{ ${random.pick(selections)} }`).definitions[0].selectionSet.selections] }),
      ];
    case Kind.FIELD:
      return [
        addDirective,
        (field, random) => ({ ...field, alias: field.alias ? undefined : { kind: Kind.NAME, value: random.pick(['x', 'a', 'name']) } }),
        (field, random) => ({ ...field, arguments: field.arguments.length > 0 ? withoutOne(field.arguments, random) : [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'v' }, value: parsedValue('1') }] }),
        (field, random) => ({ ...field, arguments: withTwice(field.arguments, random) }),
        (field) => ({ ...field, selectionSet: field.selectionSet ? undefined : parse('{ name }').definitions[0].selectionSet }),
      ];
    case Kind.FRAGMENT_SPREAD:
    case Kind.INLINE_FRAGMENT:
    case Kind.FRAGMENT_DEFINITION:
      return [addDirective];
    case Kind.OPERATION_DEFINITION:
      return [
        addDirective,
        (operation, random) => ({ ...operation, operation: random.pick(['query', 'mutation', 'subscription']) }),
        (operation, random) => ({ ...operation, variableDefinitions: operation.variableDefinitions.length > 0 ? withoutOne(operation.variableDefinitions, random) : parse(`query ($v: ${random.pick(types)}) { a }`).definitions[0].variableDefinitions }),
        (operation, random) => ({ ...operation, variableDefinitions: withTwice(operation.variableDefinitions, random) }),
        (operation, random) => ({ ...operation, name: operation.name ? undefined : { kind: Kind.NAME, value: random.pick(['A', 'B']) } }),
      ];
    case Kind.VARIABLE_DEFINITION:
      return [
        (definition, random) => ({ ...definition, type: parse(`query ($v: ${random.pick(types)}) { a }`).definitions[0].variableDefinitions[0].type }),
        (definition, random) => ({ ...definition, defaultValue: definition.defaultValue ? undefined : parsedValue(random.pick(values.filter((value) => !value.includes('$')))) }),
      ];
    case Kind.INT:
    case Kind.FLOAT:
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.NULL:
    case Kind.ENUM:
    case Kind.LIST:
      return [changeValue];
    case Kind.OBJECT:
      return [changeValue, (object, random) => ({ ...object, fields: object.fields.length > 0 ? withoutOne(object.fields, random) : object.fields }), (object, random) => ({ ...object, fields: withTwice(object.fields, random) })];
    default:
      return null;
  }
}
