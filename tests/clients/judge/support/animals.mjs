// A schema with something for every rule of validation, and documents over it by the rule they are about.
export const sdl = /* GraphQL */ `
  directive @onQuery(a: Int) on QUERY
  directive @onMutation on MUTATION
  directive @onSubscription on SUBSCRIPTION
  directive @onField(a: Int, color: Color = BROWN) on FIELD
  directive @onFragment on FRAGMENT_DEFINITION
  directive @onSpread on FRAGMENT_SPREAD
  directive @onInline on INLINE_FRAGMENT
  directive @onVariable(a: Int) on VARIABLE_DEFINITION
  directive @many(a: Int) repeatable on FIELD | QUERY | FRAGMENT_SPREAD
  directive @needs(a: Int!, b: Int! = 1) on FIELD | INLINE_FRAGMENT
  interface Being { name(surname: Boolean): String }
  interface Mammal { mother: Mammal father: Mammal }
  interface Pet implements Being { name(surname: Boolean): String other: Being tricks(first: Int! = 1): [String!] }
  interface Canine implements Mammal & Being { name(surname: Boolean): String mother: Canine father: Canine }
  type Dog implements Pet & Being & Mammal & Canine {
    name(surname: Boolean): String other: Being tricks(first: Int! = 1, last: Int): [String!] nickname: String barkVolume: Int barks: Boolean
    doesKnowCommand(command: Command): Boolean isHouseTrained(atOtherHomes: Boolean = true): Boolean isAtLocation(x: Int, y: Int): Boolean
    mother: Dog father: Dog list: [String] required: String! friends: [Pet!]!
  }
  type Cat implements Pet & Being {
    name(surname: Boolean): String other: Being tricks(first: Int! = 1): [String!] nickname: String meows: Boolean meowVolume: Int
    barkVolume: String furColor: Color list: String required: String friends: [Pet]
  }
  type Human implements Being { name(surname: Boolean): String pets: [Pet] relatives: [Human!]! iq: Int }
  type Alien { iq: Int numberOfEyes: Int home(near: Point, at: Choice): String }
  union CatOrDog = Cat | Dog
  union DogOrHuman = Dog | Human
  union HumanOrAlien = Human | Alien
  enum Command { SIT HEEL DOWN }
  enum Color { BROWN BLACK TABBY SPOTTED NO_FUR }
  scalar Any
  input Point { x: Int! y: Int! = 2 color: Color near: [Point!] }
  input Complex { requiredField: Boolean! nonNullField: Boolean! = false intField: Int stringField: String booleanField: Boolean stringListField: [String] nested: Complex }
  input Choice @oneOf { a: String b: Int c: Point }
  type Arguments {
    int(v: Int): String nonNullInt(v: Int!): String string(v: String): String boolean(v: Boolean): String float(v: Float): String id(v: ID): String
    ints(v: [Int]): String strictInts(v: [Int!]!): String strings(v: [String]): String matrix(v: [[Int]]): String complex(v: Complex): String
    point(v: Point): String points(v: [Point!]): String choice(v: Choice): String choices(v: [Choice!]): String color(v: Color): String colors(v: [Color!]): String
    many(req1: Int!, req2: Int!): String optional(opt1: Int = 0, opt2: Int = 0): String mixed(req1: Int!, req2: Int!, opt1: Int = 0, opt2: Int): String
    withDefault(v: Int! = 0): String any(v: Any): String
  }
  type Query {
    human(id: ID): Human dog: Dog cat: Cat pet: Pet being: Being mammal: Mammal catOrDog: CatOrDog dogOrHuman: DogOrHuman humanOrAlien: HumanOrAlien
    alien: Alien arguments: Arguments dogs(first: Int, after: ID): [Dog!]!
  }
  type Mutation { rename(id: ID!, name: String!): Pet adopt(point: Point!): Human }
  type Subscription { barks(loud: Boolean): Dog meows: Cat }
`;

const arguments_ = (selection) => `{ arguments { ${selection} } }`;
const dog = (selection) => `{ dog { ${selection} } }`;

// By the names of graphql-js's rules. Which side of its rule a document is on is graphql-js's to say.
export const documents = {
  ExecutableDefinitionsRule: [
    '{ dog { name } } fragment F on Dog { name }', 'query A { dog { name } } type T { a: Int }', '{ dog { name } } extend type Dog { a: Int }',
    '{ dog { name } } schema { query: Query }', '{ dog { name } } directive @d on FIELD', 'scalar S', '{ dog { name } } extend schema @d', '{ dog { name } } enum E { A } input I { a: Int } union U = Dog interface J { a: Int }',
  ],
  OperationTypeExistence: ['mutation { rename(id: 1, name: "a") { name } }', 'subscription { barks { name } }'],
  UniqueOperationNamesRule: [
    'query A { dog { name } } query B { dog { name } }', 'query A { dog { name } } query A { dog { name } }', 'query A { dog { name } } mutation A { adopt(point: { x: 1 }) { name } }',
    'query A { dog { name } } subscription A { meows { name } } query A { cat { name } }', 'query A { dog { name } } fragment A on Dog { name }', 'query A { dog { name } } query B { dog { name } } query B { dog { name } } query A { dog { name } }',
    'mutation A { adopt(point: { x: 1 }) { name } } mutation A { adopt(point: { x: 1 }) { name } }',
  ],
  LoneAnonymousOperationRule: [
    '{ dog { name } }', '{ dog { name } } { cat { name } }', '{ dog { name } } query A { cat { name } }', 'query A { dog { name } } { cat { name } }', '{ dog { ...F } } fragment F on Dog { name }',
    '{ dog { name } } mutation { adopt(point: { x: 1 }) { name } }', '{ dog { name } } subscription { meows { name } }', 'query { dog { name } } query { dog { name } } query A { dog { name } }',
  ],
  SingleFieldSubscriptionsRule: [
    'subscription { barks { name } }', 'subscription S { barks { name } meows { name } }', 'subscription { barks { name } meows { name } }', 'subscription S { a: barks { name } b: barks { name } }',
    'subscription S { ...F } fragment F on Subscription { barks { name } meows { name } }', 'subscription S { __typename }', 'subscription S { barks { name } __typename }', 'subscription S { barks { name } ... on Subscription { meows { name } } }',
    'subscription S { barks { name nickname } barks { name } }', 'subscription S { barks @skip(if: true) { name } }', 'subscription S($v: Boolean!) { barks @include(if: $v) { name } meows { name } }',
    'subscription S { ...F @include(if: true) } fragment F on Subscription { barks { name } }', 'subscription S { ... @skip(if: false) { barks { name } } }', 'subscription S { barks { name @skip(if: true) } }',
    'subscription { ...F } fragment F on Subscription { barks { name } ...G } fragment G on Subscription { ...F meows { name } }', 'subscription S { nothing { name } barks { name } }',
    'subscription A { barks { name } } subscription B { barks { name } meows { name } }', 'query Q { dog { name } cat { name } } subscription S { barks { name } m: meows { name } n: meows { name } }',
  ],
  KnownTypeNamesRule: [
    'query ($v: Int, $w: [Complex!]!) { dog { name } arguments { int(v: $v) } }', 'query ($v: JumbledUpLetters) { dog { name } }', '{ dog { ... on Badger { name } } }', '{ dog { ...F } } fragment F on Peat { name }',
    'query ($v: Pont, $w: [Colour!]!) { dog { name } }', '{ dog { ... on Int { name } } }', 'query ($v: __TypeKind) { dog { name } }', '{ ... on __Schema { types { name } } }', '{ dog { ... on Dgo { ... on Cta { name } } } }',
    'fragment F on Nothing { a { b } } { dog { name } }', 'query ($a: String!, $b: strnig) { arguments { string(v: $a) } }',
  ],
  FragmentsOnCompositeTypesRule: [
    '{ dog { ... on Dog { name } } }', '{ dog { ...F } } fragment F on Color { name }', '{ dog { ...F } } fragment F on Complex { name }', '{ dog { ... on String { length } } }', '{ dog { ...F } } fragment F on Int { a }',
    '{ dog { ... { name } } }', '{ catOrDog { ... on CatOrDog { __typename } } }', '{ dog { ... on Any { a } ... on Boolean { b } } }', '{ pet { ... on Command { a } } }', '{ being { ...F } } fragment F on Pet { name }',
  ],
  VariablesAreInputTypesRule: [
    'query ($a: String, $b: [Boolean!]!, $c: Complex) { dog { name } }', 'query ($a: Dog, $b: [[CatOrDog!]]!, $c: Pet) { dog { name } }', 'query ($v: Query!) { dog { name } }', 'query ($v: [Being]) { dog { name } }',
    'mutation ($v: Mutation) { adopt(point: { x: 1 }) { name } }', 'query ($v: Color = BROWN, $w: Choice) { arguments { color(v: $v) choice(v: { a: "a" }) } }', 'query ($v: Alien = { a: 1 }) { dog { name } }', 'query ($v: __Type) { dog { name } }',
  ],
  ScalarLeafsRule: [
    dog('name barks'), dog('name { a }'), dog('name { a { b } }'), '{ dog }', '{ human { pets } }', dog('doesKnowCommand(command: SIT) { sinceWhen }'), dog('barks @include(if: true) { isHungry }'), '{ pet { other } catOrDog }',
    '{ cat { furColor { a } list { b } } }', '{ human { pets { name { first } } relatives } }', '{ __schema }', '{ __typename { a } }', '{ dogs }', '{ dog { __typename } __type(name: "Dog") { name { a } } }',
  ],
  FieldsOnCorrectTypeRule: [
    dog('name tail: nickname'), dog('meowVolume'), dog('barkVolum'), '{ pet { nickname } }', '{ being { nickname barkVolume } }', '{ catOrDog { name } }', '{ catOrDog { __typename barks }  }', dog('... on Cat { barks }'), '{ unknown }',
    '{ unknown { deeper { still } } }', '{ human { ...F } } fragment F on Human { nam }', '{ pet { ... on Dog { meowVolume } ... on Cat { barks } } }', dog('volume: barkVolumes'), '{ dog { __schema { types { name } } } }', '{ __schema { typs { name } } }',
    '{ humanOrAlien { iq } }', '{ dogOrHuman { name } }', '{ mammal { name } }', '{ dog { __type(name: "A") { name } } }', 'mutation { dog { name } }', 'subscription { dog { name } }', '{ being { pets { name } } }', '{ pet { required friends { name } } }',
  ],
  UniqueFragmentNamesRule: [
    '{ dog { ...A ...B } } fragment A on Dog { name } fragment B on Dog { barks }', '{ dog { ...A } } fragment A on Dog { name } fragment A on Dog { barks }', '{ dog { ...A ...A } } fragment A on Dog { name } fragment A on Cat { nickname }',
    '{ dog { ...A } } fragment A on Dog { name } fragment A on Dog { a: barks } fragment A on Dog { nickname }', 'query A { dog { ...A } } fragment A on Dog { name }', '{ dog { ...A ...B } } fragment A on Dog { name } fragment B on Dog { ...A } fragment A on Dog { ...B } fragment B on Dog { name }',
    '{ dog { name } } fragment A on Dog { name } fragment A on Dog { name }',
  ],
  KnownFragmentNamesRule: [
    '{ dog { ...A } } fragment A on Dog { name }', '{ dog { ...Unknown } }', '{ dog { ... on Dog { ...Unknown } } }', '{ dog { ...A } } fragment A on Dog { ...B ...C name }', '{ dog { ...a } } fragment A on Dog { name }', '{ ...A cat { ...B } } fragment A on Query { dog { ...C } }',
    '{ unknown { ...X } }',
  ],
  NoUnusedFragmentsRule: [
    '{ dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { name }', '{ dog { name } } fragment A on Dog { name }', '{ dog { ...A } } fragment A on Dog { name } fragment B on Dog { ...A ...C } fragment C on Dog { name }',
    '{ dog { name } } fragment A on Dog { name ...B } fragment B on Dog { name ...A }', 'query Q { dog { ...A } } query R { dog { ...B } } fragment A on Dog { name } fragment B on Dog { name } fragment C on Dog { name }', 'fragment A on Dog { name }',
    '{ unknown { ...A } } fragment A on Dog { name } fragment B on Nothing { name }',
  ],
  PossibleFragmentSpreadsRule: [
    dog('... on Dog { name }'), dog('... on Cat { name }'), '{ pet { ... on Dog { barks } ... on Cat { meows } ... on Alien { iq } } }', '{ catOrDog { ... on Human { iq } } }', '{ dog { ...F } } fragment F on Cat { meows }', '{ dog { ...F } } fragment F on Pet { name }',
    '{ humanOrAlien { ... on Pet { name } } }', '{ humanOrAlien { ... on Being { name } } }', '{ catOrDog { ...F } } fragment F on HumanOrAlien { __typename }', '{ mammal { ... on Pet { name } ... on Cat { name } } }', '{ dogOrHuman { ... on CatOrDog { ... on Cat { name } } } }',
    '{ cat { ...F } } fragment F on Canine { name }', '{ being { ... on Mammal { mother { ... on Pet { name } } } } }', '{ ... on Mutation { rename(id: 1, name: "a") { name } } ... on Query { dog { name } } }', '{ alien { ... on Being { name } ... on HumanOrAlien { ... on Human { iq } } } }',
  ],
  NoFragmentCyclesRule: [
    '{ dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { name }', '{ dog { ...A } } fragment A on Dog { ...A }', '{ dog { ...A } } fragment A on Dog { mother { ...A } }', '{ dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { ...A }',
    '{ dog { ...A } } fragment A on Dog { ...B } fragment B on Dog { ...C } fragment C on Dog { ...A ...B }', '{ dog { ...A ...B } } fragment A on Dog { ... on Dog { ...A } } fragment B on Dog { mother { ...B father { ...A } } }',
    '{ dog { ...A } } fragment A on Dog { ...B ...C } fragment B on Dog { ...A } fragment C on Dog { ...A ...D } fragment D on Dog { ...B }', '{ dog { name } } fragment A on Dog { ...B } fragment B on Dog { ...A }',
    '{ dog { ...A ...A } } fragment A on Dog { ...B ...B } fragment B on Dog { name }', '{ dog { ...A } } fragment A on Dog { ...Unknown ...A }',
  ],
  UniqueVariableNamesRule: [
    'query ($a: Int, $b: String) { arguments { int(v: $a) string(v: $b) } }', 'query ($a: Int, $a: Int) { arguments { int(v: $a) } }', 'query ($a: Int, $a: String, $b: Int, $a: Boolean) { arguments { int(v: $b) } }', 'query Q($a: Int) { arguments { int(v: $a) } } query R($a: Int) { arguments { int(v: $a) } }',
    'query Q($a: Int, $a: Int) { arguments { int(v: $a) } } query R($a: Int, $a: Int) { arguments { int(v: $a) } }', 'mutation ($a: ID!, $a: ID!) { rename(id: $a, name: "x") { name } }', 'query ($x: Int, $y: Int, $x: Int, $y: Int) { arguments { int(v: $x) nonNullInt(v: 1) } }',
  ],
  NoUndefinedVariablesRule: [
    'query ($a: Int) { arguments { int(v: $a) } }', '{ arguments { int(v: $a) } }', 'query Q { arguments { int(v: $a) string(v: $b) } }', 'query Q($a: Int) { arguments { ...F } } fragment F on Arguments { int(v: $a) string(v: $b) }',
    'query Q { arguments { ...F } } query R($b: String) { arguments { ...F } } fragment F on Arguments { string(v: $b) }', '{ dog @include(if: $v) { name @skip(if: $w) } }', '{ arguments { point(v: { x: $x, near: [{ x: $y }] }) } }', 'query Q { unknown(v: $a) { b(c: $d) } }',
    'query ($a: Int = 1) { arguments { int(v: $b) } }', 'query Q @onQuery(a: $a) { dog { name } }', '{ arguments { ints(v: [1, $i, [$j]]) any(v: { a: [$k] }) } }',
  ],
  NoUnusedVariablesRule: [
    'query ($a: Int) { arguments { int(v: $a) } }', 'query ($a: Int) { dog { name } }', 'query Q($a: Int, $b: Int) { arguments { int(v: $b) } }', 'query Q($a: String) { arguments { ...F } } fragment F on Arguments { string(v: $a) }',
    'query Q($a: String) { dog { name } } query R($a: String) { arguments { ...F } } fragment F on Arguments { string(v: $a) }', 'query ($a: Boolean!) { dog @include(if: $a) { name } }', 'query Q($a: Int, $b: Int, $c: Int) { dog { name } }', 'query ($a: Int @onVariable(a: 1)) { dog { name } }',
    'query ($a: Int) { unknown(v: $a) }', 'query ($a: Int) { arguments { ints(v: [$a]) } }',
  ],
  KnownDirectivesRule: [
    dog('name @include(if: true) barks @skip(if: false)'), dog('name @unknown'), 'query @onQuery { dog @onField { ...F @onSpread ... @onInline { name } } } fragment F on Dog @onFragment { name }', 'query @onField { dog @onQuery { ...F @onInline ... @onSpread { name } } } fragment F on Dog @onVariable { name }',
    'mutation @onMutation { adopt(point: { x: 1 }) @onQuery { name } }', 'subscription @onSubscription { meows { name } }', 'query ($v: Int @onVariable) { arguments { int(v: $v) } }', 'query ($v: Int @onField @unknown) { arguments { int(v: $v) } }', 'query @include(if: true) { dog { name } }',
    dog('name @deprecated nickname @specifiedBy(url: "a") barks @oneOf'), 'subscription @onMutation @onQuery { meows { name } }', '{ unknown @onQuery @unknown { a @onFragment } }', dog('... @skip(if: true) @onField { name }'),
  ],
  UniqueDirectivesPerLocationRule: [
    dog('name @onField @many'), dog('name @onField @onField'), dog('name @onField @onField @onField'), dog('name @many @many @many'), dog('name @include(if: true) @include(if: true) @skip(if: true)'), 'query @onQuery @onQuery { dog { name } }',
    'query ($v: Int @onVariable @onVariable(a: 2)) { arguments { int(v: $v) } }', dog('...F @onSpread @onSpread') + ' fragment F on Dog @onFragment @onFragment { name }', dog('... @onInline @onInline { name @onField @onField }'), dog('name @unknown @unknown'), dog('name @onField nickname @onField'),
  ],
  KnownArgumentNamesRule: [
    dog('doesKnowCommand(command: SIT)'), dog('doesKnowCommand(unknown: true)'), dog('isAtLocation(x: 1, z: 2)'), dog('doesKnowCommand(comand: SIT)'), dog('name @skip(unless: true, if: true)'), dog('name @onField(b: 1, colour: BROWN)'), '{ human(ID: 1, name: "a") { name } }',
    '{ dog { name(surname: true, first: false) barks(a: 1) } }', '{ pet { tricks(last: 1) ... on Dog { tricks(last: 1) } ... on Cat { tricks(last: 1) } } }', '{ __type(nme: "a") { fields(includeDeprecatd: true) { name } } }', '{ unknown(a: 1) }', dog('name @unknown(a: 1)'), '{ arguments { mixed(req1: 1, req2: 2, req3: 3, opt: 1) } }',
  ],
  UniqueArgumentNamesRule: [
    arguments_('many(req1: 1, req2: 2)'), arguments_('int(v: 1, v: 2)'), arguments_('many(req1: 1, req1: 2, req1: 3, req2: 1)'), dog('name @onField(a: 1, a: 2)'), dog('isAtLocation(x: 1, x: 1, y: 2, y: 2)'), '{ unknown(a: 1, a: 2) }', 'query @onQuery(a: 1, a: 1) { dog { name @unknown(b: 1, b: 2) } }',
    'query ($v: Int @onVariable(a: 1, a: 2)) { arguments { int(v: $v) } }',
  ],
  ValuesOfCorrectTypeRule: [
    ...['int', 'string', 'boolean', 'float', 'id', 'color', 'any'].map((name) => arguments_(['1', '1.5', '"a"', 'true', 'BROWN', 'null', '[1]', '{ a: 1 }', '99999999999', '"""b"""', '-0', '1e3', 'Brown', '"BROWN"'].map((value, index) => `a${index}: ${name}(v: ${value})`).join(' '))),
    arguments_('nonNullInt(v: null) withDefault(v: null)'), arguments_('strictInts(v: [1, null])'), arguments_('strictInts(v: null) a: strictInts(v: "a") b: strictInts(v: 1)'), arguments_('strings(v: ["a", 1, null, ["b"]])'), arguments_('matrix(v: [[1], 2, [["a"]], null])'),
    arguments_('complex(v: { requiredField: true, intField: 4, stringListField: ["a", 2] })'), arguments_('complex(v: { intField: 4 })'), arguments_('complex(v: { requiredField: null, nonNullField: null })'), arguments_('complex(v: { requiredField: true, unknownField: 1, intFeild: 2 })'),
    arguments_('complex(v: 1) a: complex(v: "x") b: complex(v: [{ requiredField: true }])'), arguments_('complex(v: { requiredField: true, nested: { requiredField: "a", nested: {} } })'), arguments_('point(v: { x: 1.5, y: "a", color: GREEN, near: { x: 1 } })'), arguments_('points(v: { x: 1 }) a: points(v: [{ x: 1 }, null, {}])'),
    arguments_('choice(v: { a: "a" })'), arguments_('choice(v: { a: "a", b: 1 })'), arguments_('choice(v: {})'), arguments_('choice(v: { a: null })'), arguments_('choice(v: { a: 1 })'), arguments_('choice(v: { a: null, b: null })'), arguments_('choice(v: { d: 1 })'), arguments_('choices(v: [{ a: "a" }, { b: 1, c: { x: 1 } }, {}])'),
    'query ($a: Int = "1", $b: Complex = { requiredField: 1, intField: "x" }, $c: Color! = GREEN) { arguments { int(v: $a) complex(v: $b) color(v: $c) } }', 'query ($a: Int! = null, $b: [Int!] = [null]) { arguments { nonNullInt(v: $a) } }', 'query ($c: Choice = { a: "a", b: 1 }) { arguments { choice(v: $c) } }',
    dog('name @include(if: 1) nickname @skip(if: "true") barks @include(if: null)'), '{ human(id: 1.5) { name } dogs(first: "1", after: ENUM) { name } }', dog('doesKnowCommand(command: JUMP) a: doesKnowCommand(command: "SIT") b: doesKnowCommand(command: SITT)'), '{ __type(name: 1) { fields(includeDeprecated: null) { name } } }',
    'query ($x: Int) { arguments { point(v: { x: $x, y: true }) ints(v: [$x, "a"]) } }', arguments_('color(v: brown) colors(v: [BLACK, black, "BLACK", null])'), dog('name @onField(a: "1", color: RED)'),
  ],
  ProvidedRequiredArgumentsRule: [
    arguments_('many(req1: 1, req2: 2) optional mixed(req1: 1, req2: 2)'), arguments_('many'), arguments_('many(req2: 1)'), arguments_('nonNullInt withDefault'), arguments_('mixed(opt1: 1)'), dog('name @include nickname @skip(unless: true)'), dog('name @needs'), dog('name @needs(b: 2) ... @needs { barks }'),
    'mutation { rename { name } adopt { name } }', '{ __type { name } }', 'query ($v: Int) { arguments { many(req1: $v, req2: $v) } }', arguments_('strictInts'), dog('isAtLocation(x: 1)'),
  ],
  VariablesInAllowedPositionRule: [
    'query ($v: Boolean) { arguments { boolean(v: $v) } }', 'query ($v: Boolean!) { arguments { boolean(v: $v) } }', 'query ($v: Int) { arguments { nonNullInt(v: $v) } }', 'query ($v: Int = 1) { arguments { nonNullInt(v: $v) } }', 'query ($v: Int = null) { arguments { nonNullInt(v: $v) } }', 'query ($v: Int) { arguments { withDefault(v: $v) } }',
    'query ($v: String) { arguments { int(v: $v) } }', 'query ($v: [String]) { arguments { strings(v: $v) string(v: $v) } }', 'query ($v: String) { arguments { strings(v: [$v]) a: strings(v: $v) } }', 'query ($v: [Int]) { arguments { strictInts(v: $v) } }', 'query ($v: [Int]!) { arguments { strictInts(v: $v) ints(v: $v) } }', 'query ($v: [Int!]) { arguments { strictInts(v: $v) ints(v: $v) } }',
    'query ($v: Boolean) { dog { name @include(if: $v) } }', 'query ($v: String!) { dog { name @include(if: $v) } }', 'query Q($v: Int) { arguments { ...F } } fragment F on Arguments { ...G } fragment G on Arguments { nonNullInt(v: $v) }', 'query ($v: Int) { arguments { point(v: { x: $v, y: $v }) } }', 'query ($v: Color) { arguments { colors(v: [$v]) string(v: $v) } }',
    'query ($v: String) { arguments { choice(v: { a: $v }) } }', 'query ($v: String!) { arguments { choice(v: { a: $v }) } }', 'query ($v: String = "a") { arguments { choice(v: { a: $v }) } }', 'query ($v: Int!) { arguments { choice(v: { a: $v }) float(v: $v) } }', 'query ($v: Choice) { arguments { choice(v: $v) choices(v: [$v]) } }',
    'query ($v: Unknown) { arguments { int(v: $v) } }', 'query ($v: Int!) { arguments { any(v: $v) a: any(v: { b: $v }) } }', 'query ($v: Int) { arguments { choice(v: { c: { x: $v } }) } }', 'query Q($v: Int) { arguments { nonNullInt(v: $v) } } query R($v: String) { arguments { int(v: $v) } }', 'query ($v: [[Int]]) { arguments { matrix(v: $v) a: matrix(v: [$v]) } }',
  ],
  OverlappingFieldsCanBeMergedRule: [
    dog('name name barks mother { name } mother { barks }'), dog('name: nickname name'), dog('name nickname: name nickname'), dog('doesKnowCommand(command: SIT) doesKnowCommand(command: HEEL)'), dog('doesKnowCommand doesKnowCommand(command: HEEL) doesKnowCommand(command: SIT)'), dog('isAtLocation(x: 1, y: 2) isAtLocation(y: 2, x: 1)'),
    '{ pet { ... on Dog { v: barkVolume } ... on Cat { v: meowVolume } } }', '{ pet { ... on Dog { barkVolume } ... on Cat { barkVolume } } }', '{ pet { ... on Dog { list } ... on Cat { list } } }', '{ pet { ... on Dog { required } ... on Cat { required } } }', '{ pet { ... on Dog { friends { name } } ... on Cat { friends { name } } } }',
    '{ dog { ...A ...B } } fragment A on Dog { x: name } fragment B on Dog { x: nickname }', '{ dog { ...A ...B ...C } } fragment A on Dog { x: name } fragment B on Dog { x: nickname } fragment C on Dog { x: barkVolume }', '{ dog { x: name ...A } cat { ...B } } fragment A on Dog { x: nickname ...C } fragment C on Dog { x: barks } fragment B on Cat { x: name x: nickname }',
    dog('mother { x: name } mother { x: nickname }'), dog('mother { x: name y: barks } mother { x: nickname y: barkVolume }'), dog('mother { mother { x: name } } mother { mother { x: nickname } }'), dog('mother { mother { x: name } mother { x: nickname } } mother { mother { name } }'), '{ a: dog { ...A } a: dog { ...B } } fragment A on Dog { ...C } fragment B on Dog { x: nickname } fragment C on Dog { x: name }',
    '{ a: dog { x: name } a: cat { x: nickname } }', '{ human { relatives { n: name } ...R } } fragment R on Human { relatives { n: name(surname: true) } }', '{ pet { ... on Dog { other { a: name } } ... on Cat { other { a: name(surname: true) } } } }', '{ pet { ... on Dog { other { a: name } } ... on Cat { other { a: __typename } } ... on Dog { other { a: name(surname: false) } } } }',
    'query ($v: Int, $w: Int) { arguments { int(v: $v) int(v: $v) a: int(v: $v) a: int(v: $w) } }', arguments_('x: complex(v: { requiredField: true, intField: 1 }) x: complex(v: { intField: 1, requiredField: true }) y: ints(v: [1, 2]) y: ints(v: [2, 1])'), arguments_('x: string(v: "a") x: string(v: "b") x: string(v: "a")'), '{ unknown { a } unknown { a: b } dog { x: unknown x: name } }',
    '{ pet { ...A ... on Cat { ...B } } } fragment A on Pet { x: name } fragment B on Cat { x: nickname }', '{ pet { ... on Pet { x: name } ... on Being { x: name(surname: true) } ... on Dog { x: name } } }', '{ dog { mother { ...A } mother { ...A x: nickname } } } fragment A on Dog { x: name }', dog('x: name x: nickname x: name x: barks'), dog('__typename __typename x: __typename x: name'),
    dog('name ... on Unknown { name: nickname } ... { nickname: name nickname }'), '{ dog { ...A } } fragment A on Dog { x: mother { ...B } x: father { ...B } } fragment B on Dog { x: name }', '{ dog { ...A } } fragment A on Dog { x: name x: nickname } fragment U on Dog { y: name y: nickname }', '{ dog { a: mother { ...A } b: mother { ...A name } } } fragment A on Dog { c: mother { ...B } d: mother { ...B nickname } } fragment B on Dog { name x: barks x: nickname }',
    '{ mammal { mother { mother { __typename } ... on Dog { mother { x: name } } } mother { ... on Dog { mother { x: nickname } } } } }',
  ],
  UniqueInputFieldNamesRule: [
    arguments_('point(v: { x: 1, y: 2 })'), arguments_('point(v: { x: 1, x: 2 })'), arguments_('point(v: { x: 1, x: 1, x: 1 })'), arguments_('points(v: [{ x: 1, near: [{ x: 1, x: 2 }] }, { x: 1, y: 1, y: 1 }])'), arguments_('any(v: { a: { b: 1, b: 2 }, a: 1 })'), 'query ($v: Point = { x: 1, x: 2 }) { arguments { point(v: $v) } }', '{ unknown(a: { b: 1, b: 2 }) }',
    dog('name @unknown(a: { b: 1, b: 2 })'), arguments_('choice(v: { a: "a", a: "b" })'),
  ],
};
