export const common = {
  close: 'Lukk',
  cancel: 'Avbryt',
  next: 'Neste',
  previous: 'Forrige',
  continue: 'Gå videre',
  back: 'Tilbake',
  environments: { test: 'testmiljø', prod: 'produksjon' },
  /** as a heading or a value on its own */
  environmentNames: { test: 'Testmiljø', prod: 'Produksjon' },
  /** where something is or happens */
  inEnvironment: { test: 'i testmiljøet', prod: 'i produksjon' },
  environment: 'Miljø',
  shown: ({ from, to, total }: { from: number; to: number; total: number }) => `Viser ${from}–${to} av ${total}`,
  more: ({ count }: { count: number }) => `… og ${count} til`,
  loading: { title: 'Portvakt', body: 'Et øyeblikk, henter opplysningene …' },
  problem: 'Det gikk ikke',
  digdirReference: ({ id }: { id: string }) => `Digdirs referanse: ${id}`,
  reference: ({ id }: { id: string }) => `Vår referanse: ${id}`,
  refusedFields: 'Digdir sa dette om feltene:',
}
