/** Clusters, their map and their pages, in English. Functions take names and counts already written. */
type Forms = [one: string, many: string]

const forms = {
  products: ['product', 'products'] as Forms,
  makers: ['maker', 'makers'] as Forms,
  curators: ['curator', 'curators'] as Forms,
  places: ['place', 'places'] as Forms,
}

export const clustersEn = {
  forms,
  title: 'Clusters of East Java',
  titleOf: (kind: string) => `Clusters of East Java: ${kind}`,
  description: 'Where in East Java makers work, by regency and kind of product, and where curators are short.',
  descriptionOf: (kind: string) => `${kind}: where in East Java it is made, and where curators are short.`,
  lead: 'Where the products shown here are made, which makers work together, and where curators are short.',
  kinds: 'By kind of product',
  allKinds: 'All kinds',
  answers: {
    makers: 'Most makers',
    makersOf: (kind: string) => `Most makers of ${kind}`,
    clusters: 'Clusters',
    curators: 'Curators',
  },
  most: (place: string, makers: string, products: string) => `${place}: ${makers}, ${products}`,
  mostOfMany: (places: string, makers: string) => `${places} with ${makers} each`,
  noMaker: 'No maker yet.',
  noCluster: 'No cluster yet.',
  short: (short: string, all: string) => `Short in ${short} of ${all} places: fewer than two curators cover them.`,
  notShort: 'Two or more cover every place.',
  heaviest: (place: string, products: string, curators: string) =>
    `The heaviest load is in ${place}: ${products} for ${curators}.`,
  nothingWaits: 'No product waits for an examination.',
  map: {
    title: 'Published products by regency and city',
    titleOf: (kind: string) => `${kind}: published products by regency and city`,
    description: (columns: string) =>
      `East Java as ${columns} tiles, each about where its place lies. The table has the same figures.`,
    tile: (place: string, products: string, curators: string) => `${place}: ${products}, ${curators}`,
    key: 'Reading the map',
    shade: (range: string, products: string) => `${range} ${products}`,
    cluster: 'a cluster is at home here',
    short: 'fewer than two curators: nothing from here can be approved',
    scale: 'Each tile is a regency (Kab.) or a city (Kota), near its neighbors. It is not to scale.',
  },
  table: {
    caption: 'The same figures, most products first',
    place: 'Place',
    products: 'Products',
    makers: 'Makers',
    work: 'Open ÷ curators',
    load: (open: string, curators: string, load: string) => `${open} ÷ ${curators} = ${load}`,
    none: (open: string, curators: string) => `${open} ÷ ${curators}`,
    short: 'short',
    note: 'Open are products without an approval that holds: not yet examined, returned, or run out. They are divided by the curators who cover the place and the kind, take products, and have a certificate in force. Two must examine each product, so where fewer than two cover a place, it says “short”.',
  },
  kicker: 'Cluster',
  clusterDescription: (name: string, places: string) =>
    `${name}: makers, products, shared facilities and combined capacity. ${places}.`,
  all: 'All clusters on the map',
  facilities: 'Used together',
  members: 'Makers',
  noMembers: 'No maker of this cluster has a published product yet.',
  products: 'Products',
  capacity: 'Combined capacity',
  perMonth: (quantity: string) => `${quantity} a month`,
  capacityNote: 'The sum of what the makers state for the products above, whatever these are.',
  motifs: 'Motifs',
  curators: 'Curators',
  curatorsLead: 'They examine products of this cluster’s kinds in its places, and take new ones.',
  curatorsNone: 'No curator covers this cluster at present.',
  curatorsAll: 'All curators',
  missing: 'What is short',
  work: (open: string, curators: string, load: string) => `${open} open, ${curators}: ${load} each.`,
  workNone: (open: string) => `${open} open, and nobody to examine.`,
  shortPlaces: (places: string) => `Fewer than two curators cover ${places}.`,
  shortKinds: (kinds: string) => `Fewer than two curators examine ${kinds} here.`,
  nothingShort: 'Two or more curators cover each of its places and kinds.',
}

export type ClusterWords = typeof clustersEn
