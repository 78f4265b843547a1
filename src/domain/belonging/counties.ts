/**
 * Norway's counties since 2024 by the first two digits of a municipality's number (Statistics Norway, KLASS 104):
 * what tells two municipalities of one name apart.
 */
const counties: Readonly<Record<string, string>> = {
  '03': 'Oslo',
  '11': 'Rogaland',
  '15': 'Møre og Romsdal',
  '18': 'Nordland',
  '31': 'Østfold',
  '32': 'Akershus',
  '33': 'Buskerud',
  '34': 'Innlandet',
  '39': 'Vestfold',
  '40': 'Telemark',
  '42': 'Agder',
  '46': 'Vestland',
  '50': 'Trøndelag',
  '55': 'Troms',
  '56': 'Finnmark',
}

/** The county of a municipality's number (four digits); null where it is none of today's. */
export const countyOf = (municipalityNumber: string | null | undefined): string | null =>
  counties[municipalityNumber?.slice(0, 2) ?? ''] ?? null
