// Texts for the lexer and the parser: well-formed ones, and what becomes of them by small accidents.
export const wellFormed = [
  '{ a }',
  'query Q($v: Int = 1, $w: [String!]! = ["a"] @d) @d(a: 1) { a: b(x: $v, y: { z: [1, 2.5e-3, "s", true, null, ENUM] }) @include(if: true) { c ...F ... on T @d { d } ... @skip(if: false) { e } } }',
  'mutation M { like(id: 1) { count } } subscription S { news { title } }',
  'fragment F on T @d { a b c } { ...F ...F @d }',
  '"about" query Q { a } "about" fragment F on T { a }',
  '{ a(s: """block\n   text\n     \\""" more\n""", t: "\\u00e9\\u{1F600}\\n\\"", e: "") }',
  '# comment é 😀\r\n{ a, b,, c\r d }',
  '{ on { query mutation fragment type: true false: null } }',
  '"""d""" schema @d { query: Q mutation: M subscription: S } extend schema @e { query: R }',
  '"d" scalar S @specifiedBy(url: "https://x") extend scalar S @d',
  '"d" type T implements A & B @d { "d" f("d" a: Int = 1 @d): [Int!]! @deprecated } extend type T implements & C',
  'interface I implements J { f: Int } extend interface I { g: Int } type E',
  'union U @d = | A | B extend union U = C',
  'enum E { "d" A @d B } extend enum E { C }',
  'input I @oneOf { a: Int = 1 b: [I!] } extend input I { c: Int }',
  '"d" directive @d("d" a: Int) repeatable on | FIELD | QUERY directive @e on INPUT_FIELD_DEFINITION',
  '{ a(n: [0, -0, 1, -1, 0.0, 1e10, 1E+5, -1.5e-7, 123456789012345678901234567890]) }',
  '{ é: a }',
  '\ufeff{ a\t}',
  '{ a(x: {}) b(x: []) c(x: [[], {}]) }',
  'query ($a: [[Int!]!]!) { a }',
];

const pieces = [
  '{', '}', '(', ')', '[', ']', ':', '=', '!', '$', '@', '|', '&', '...', '..', '.', '"', '"""', '""', '\\', '#', ',', ' ', '\n', '\r', '\r\n', '\t',
  '\ufeff', 'é', '😀', '\u0000', '\u0007', '\u007f', '\u2028', '\u00a0', '\'', '%', '?', '-', '+', '0', '1', '00', '01', '1.', '.5', '1e', '1e+', '1.5', '-1', '0x1', '1a', '1_', '--1',
  'a', 'on', 'query', 'mutation', 'subscription', 'fragment', 'schema', 'scalar', 'type', 'interface', 'union', 'enum', 'input', 'directive', 'extend', 'implements', 'repeatable',
  'true', 'false', 'null', 'FIELD', '__a', '_', '"a"', '"\\n"', '"\\u0041"', '"\\u{41}"', '"\\u{110000}"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\uD83D\\u0041"', '"\\u{}"', '"\\x"', '"\\u00"', '"\\u{D800}"',
  '"""a\n  b"""', '"""\\""""""', '"a\nb"', '$v', '@d', '...F', '{ a }', '(a: 1)', '"unended', '"""unended',
];

/** One text; most are wrong in one place or two. */
export function generateText(random) {
  if (random.below(5) === 0) {
    return Array.from({ length: 1 + random.below(12) }, () => random.pick(pieces)).join(random.pick(['', ' ', ' ', '\n']));
  }

  let characters = [...random.pick(wellFormed)];
  for (let count = random.below(4); count > 0; count--) {
    characters = damage(characters, random);
  }

  return characters.join('');
}

function damage(characters, random) {
  const at = random.below(characters.length + 1);
  const length = 1 + random.below(4);
  switch (random.below(6)) {
    case 0:
      return characters.toSpliced(at, length);
    case 1:
      return characters.toSpliced(at, 0, random.pick(pieces));
    case 2:
      return characters.toSpliced(at, length, random.pick(pieces));
    case 3:
      return characters.toSpliced(at, 0, ...characters.slice(at, at + length));
    case 4:
      return characters.slice(0, at);
    default:
      return characters.toSpliced(at, 0, ...random.pick(wellFormed));
  }
}
