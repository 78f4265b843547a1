/** The page where a file of orders is fetched. */
export const orderExport = {
  state: 'Last ned',
  heading: 'Bestillinger av testtilgang',
  organisation: ({ organisation }: { organisation: string }) => `Bestillingene til ${organisation}, som CSV.`,
  all: 'Bestillingene til alle virksomheter, som CSV.',
  holds:
    'Filen har virksomheter, tilstand, tidspunkter og hvem som bestilte. Den har ingen e-poster, telefonnumre eller merknader.',
  traced: 'Det blir skrevet i sporet at du lastet den ned.',
  submit: 'Last ned CSV',
}
