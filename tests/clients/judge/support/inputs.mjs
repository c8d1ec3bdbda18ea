// The types, literals and JSON values of the coercion table.
export const types = [
  'Int', 'Int!', '[Int]', '[Int!]', '[Int!]!', '[[Int]]', '[[Int!]!]!', 'Float', 'Float!', '[Float]', 'String', 'String!', '[String!]', 'Boolean', '[Boolean]!', 'ID', '[ID!]!',
  'Color', 'Color!', '[Color]', 'Point', 'Point!', '[Point!]', 'Defaults', 'Choice', 'Choice!', '[Choice!]!',
];

export const sdl = /* GraphQL */ `
  enum Color { RED GREEN BLUE }
  input Point { x: Int! y: Int = 2 color: Color = RED near: [Point!] }
  input Defaults { a: String! = "a" b: [Int!] = [1, 2] c: Point = { x: 1 } d: Float = 1 e: ID = 7 f: Boolean }
  input Choice @oneOf { a: Int b: String c: [Int!] d: Point }
  type Query { ${types.map((type, index) => `f${index}(v: ${type}): Int`).join(' ')} }
`;

export const literals = [
  'null', '0', '-0', '1', '-7', '2147483647', '2147483648', '-2147483648', '-2147483649', '12345678901234567890', '1.5', '1.0', '1e3', '1E-2', '-0.0', '""', '"a"', '"1"', '"RED"', '"""block"""', '"\\u00e9\\n"',
  'true', 'false', 'RED', 'PURPLE', 'red', '[]', '[1]', '[1, null]', '[null]', '["a"]', '[[1]]', '[[1], null]', '[[1, null]]', '[true]', '[RED]', '[RED, BLACK]', '{}', '[{}]',
  '{ x: 1 }', '{ x: 1, y: null }', '{ x: null }', '{ y: 1 }', '{ x: "1" }', '{ x: 1, z: 2 }', '{ x: 1, color: GREEN }', '{ x: 1, color: "GREEN" }', '{ x: 1, near: { x: 2 } }', '{ x: 1, near: [{ x: 2 }, { x: 3, near: [] }] }', '{ x: 1, near: [null] }', '[{ x: 1 }, { x: 2 }]',
  '{ a: 1 }', '{ a: null }', '{ b: "b" }', '{ a: 1, b: "b" }', '{ c: 1 }', '{ c: [1, null] }', '{ d: { x: 1 } }', '{ d: {} }', '{ a: "a", b: null, d: 2, e: 8, f: true }', '{ a: "a", c: { x: 5, y: 6 } }',
];

/** Literals with variables in them, and what those variables are. */
export const withVariables = [
  ['$i', { i: 1 }], ['$i', {}], ['$i', { i: null }], ['[$i]', { i: 1 }], ['[$i]', {}], ['[$i, 2]', { i: null }], ['[[$i]]', {}], ['{ x: $i }', { i: 1 }], ['{ x: $i }', {}], ['{ x: 1, y: $i }', {}], ['{ x: 1, y: $i }', { i: null }],
  ['{ a: $i }', { i: 1 }], ['{ a: $i }', {}], ['{ a: $i }', { i: null }], ['{ a: 1, b: $s }', {}], ['{ b: $s }', { s: 'b' }], ['{ x: 1, near: [{ x: $i }] }', {}], ['{ x: 1, near: [{ x: 1, color: $c }] }', { c: 'BLUE' }], ['$s', { s: 'a' }], ['$c', { c: 'RED' }], ['[$c, RED]', {}],
];

export const values = [
  null, 0, 1, -7, 2147483647, 2147483648, -2147483649, 12345678901234567000, 1.5, 1e3, 1e-7, 1e21, '', 'a', '1', 'RED', 'PURPLE', 'REDD', 'é\n"\\', true, false, [], [1], [1, null], [null], ['a'], [[1]], [[1], null], [[1, null]], [true, 'x', 1.5], ['RED', 'BLACK', 1], {}, [{}], { 0: 1 },
  { x: 1 }, { x: 1, y: null }, { x: null }, { y: 1 }, { x: '1' }, { x: 1, z: 2 }, { x: 1, colour: 'RED' }, { x: 1, color: 'GREEN' }, { x: 1, color: 1 }, { x: 1, near: { x: 2 } }, { x: 1, near: [{ x: 2 }, { x: 'a', near: [{}] }] }, { x: 1, near: [null] }, [{ x: 1 }, { x: 2 }], [{ x: 1 }, null, 3],
  { a: 1 }, { a: null }, { b: 'b' }, { a: 1, b: 'b' }, { a: null, b: null }, { c: 1 }, { c: [1, null] }, { d: { x: 1 } }, { d: {} }, { e: 1 }, { a: 'a', b: null, d: 2, e: 8, f: true }, { a: 'a', c: { x: 5, y: 6 } },
  { deep: { deep: { deep: { deep: 1 } } } }, Array.from({ length: 14 }, (_, index) => index), [['a', ['b', ['c', ['d']]]]], 'long '.repeat(20),
];

/** Variables that are not given: what their defaults do. */
export const defaults = ['', ' = null', ' = 1', ' = "a"', ' = [1]', ' = RED', ' = { x: 1 }', ' = { a: 1 }', ' = {}', ' = 1.5', ' = true'];
