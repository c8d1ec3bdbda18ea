/** What each scalar is in JSON. */
const scalars = {
  ByteArray: 'string',
  DateTime: 'string',
  Decimal: 'number',
  JSON: 'unknown',
  LocalDate: 'string',
  Long: 'number',
  URL: 'string',
  UUID: 'string',
};

export default {
  schema: 'schema.graphql',
  documents: ['src/**/*.graphql'],
  generates: {
    'src/gql/': { preset: 'client', config: { documentMode: 'string', enumsAsTypes: true, strictScalars: true, useTypeImports: true, importExtension: '.js', scalars } },
  },
};
