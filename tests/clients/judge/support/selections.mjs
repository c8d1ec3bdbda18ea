// Documents of few names that meet often, over the schema of animals: most have fields that conflict, many by way of several fragments.
const types = ['Dog', 'Cat', 'Pet', 'Being', 'Canine', 'Human'];
const leaves = ['name', 'name', 'name', 'nickname', 'name(surname: true)', 'x: name', 'x: nickname', 'barkVolume', 'x: barkVolume', 'required', '__typename', 'x: __typename'];
const objects = ['mother', 'mother', 'other', 'x: other', 'mother: father', 'friends', 'unknown'];
const fragmentCount = 4;

export function generateSelections(random) {
  const fragments = Array.from({ length: fragmentCount }, (_, index) => `fragment F${index} on ${random.pick(types)} ${selectionSet(random, 1, index + 1)}`);
  return `{ pet ${selectionSet(random, 0, 0)} dog ${selectionSet(random, 1, 0)} } ${fragments.join(' ')}`;
}

const selectionSet = (random, depth, nextFragment) =>
  `{ ${Array.from({ length: 1 + random.below(3) }, () => selection(random, depth, nextFragment)).join(' ')} }`;

// Fragments spread later ones only, so none reaches itself.
function selection(random, depth, nextFragment) {
  const kind = random.below(depth < 3 ? 6 : 2);
  if (kind < 2) {
    return random.pick(leaves);
  }

  if (kind === 2 && nextFragment < fragmentCount) {
    return `...F${nextFragment + random.below(fragmentCount - nextFragment)}`;
  }

  const inner = selectionSet(random, depth + 1, nextFragment);
  return kind === 3 ? `...${random.pick(['', ...types.map((type) => ` on ${type}`)])} ${inner}` : `${random.pick(objects)} ${inner}`;
}
