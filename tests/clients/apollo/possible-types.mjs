// Prints which types each interface and union of a schema can be, as Apollo's cache has to know: node possible-types.mjs schema.graphql
import { readFileSync } from 'node:fs';
import { buildSchema, isAbstractType } from 'graphql';

const schema = buildSchema(readFileSync(process.argv[2], 'utf8'));
const abstractTypes = Object.values(schema.getTypeMap()).filter(isAbstractType);
console.log(JSON.stringify(Object.fromEntries(abstractTypes.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]))));
