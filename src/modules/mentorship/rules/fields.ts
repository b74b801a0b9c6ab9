/**
 * The fields of ISCED-F 2013 in which mentors say what they know: detailed where the alliance works (arts), narrow or broad
 * elsewhere. A student's field is that of the degree programme, of four digits.
 */
export const offeredFields = [
  '011',
  '0211',
  '0212',
  '0213',
  '0214',
  '0215',
  '022',
  '023',
  '031',
  '032',
  '041',
  '042',
  '05',
  '061',
  '071',
  '072',
  '073',
  '091',
  '092',
  '101',
] as const
export type OfferedField = (typeof offeredFields)[number]

/** Languages in which people of the alliance mentor, as BCP 47 tags. */
export const mentoringLanguages = [
  'en',
  'zh',
  'th',
  'ko',
  'fr',
  'ja',
  'vi',
  'lo',
  'km',
  'my',
  'id',
  'ms',
  'de',
  'es',
] as const
