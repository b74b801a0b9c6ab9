/** The broad fields of ISCED-F 2013, by their two digits. */
export const isoFields = ['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10'] as const

/** The sectors that an organisation plays in the alliance. */
export const sectorKeys = [
  'government',
  'industry',
  'academia',
  'research',
  'application',
  'finance',
] as const
