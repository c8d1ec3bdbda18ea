import type { CodegenConfig } from '@graphql-codegen/cli';

/** What each scalar is in JSON. */
const scalars = {
  ID: 'string',
  ByteArray: 'string',
  DateTime: 'string',
  Decimal: 'number',
  JSON: 'unknown',
  LocalDate: 'string',
  Long: 'number',
  URL: 'string',
  UUID: 'string',
};

/** Types of the operations in src, and which types an interface or a union of the schema can be, as Apollo's cache has to know. */
const configuration: CodegenConfig = {
  schema: '../../schema.graphql',
  documents: 'src/**/*.graphql',
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { enumsAsTypes: true, strictScalars: true, useTypeImports: true, nonOptionalTypename: true, scalars },
    },
    'src/gql/possible-types.json': { plugins: ['fragment-matcher'] },
  },
};

export default configuration;
