const offsets = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', timeZoneName: 'longOffset' })

/** `2026-03-02T09:15:00.120+01:00`: Norwegian time with its offset, as the API stamps (reference digdir.md 2.10). */
export const stamp = (at: number): string => {
  const zone = offsets.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT+01:00'
  const offset = zone.slice(3) || '+00:00'
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  const shift = (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
  return new Date(at + shift).toISOString().replace('Z', offset)
}
