const end = (name: string) =>
  `{${name}, select, from {the lower end} to {the upper end} other {the middle}}`
const teaching =
  '{part, select, practice {practice} placement {placement} self_study {self-study} other {lecture}}'

/** The English text of what conversion of credit says further; the other languages are in `messages/conversion.*.ts`. */
export const creditReasonTexts = {
  'reason.credit.range': `A credit stands for a range of hours here: ${end('host')} of the host’s and ${end('home')} of the home scheme’s count. With other ends it would be {least, number, ::.####} to {most, number, ::.####} credits.`,

  'reason.credit-step.hours': `{hours, number, ::.####} hours of ${teaching} × {hostMinutes, number} min ÷ {homeMinutes, number} min ÷ {perCredit, number, ::.####} hours for a credit = {credit, number, ::.######}`,
  'reason.credit-step.ratio':
    '{credit, number, ::.####} host credits × {factor, number, ::.######} = {result, number, ::.######}',
  'reason.credit-step.workload':
    '{credit, number, ::.####} host credits × {host, number, ::.####} h ÷ {home, number, ::.####} h of work for a credit = {result, number, ::.######}',
  'reason.credit-step.year':
    '{credit, number, ::.####} host credits ÷ {host, number, ::.####} of the host’s year × {home, number, ::.####} of the home year = {result, number, ::.######}',
  'reason.credit-step.sum': 'Together {result, number, ::.######}',
  'reason.credit-step.rounding':
    'Rounded to {step, number, ::.####}, {mode, select, halfup {halves up} halfeven {halves to the even step} down {down} other {up}}: {result, number, ::.####}',
  'reason.credit-step.exact': 'Not rounded: {result, number, ::.######}',
  'reason.credit-step.other':
    'For comparison, {method, select, hours {by contact hours} ratio {by ratio} workload {by workload} other {by the share of a year}}: {credit, number, ::.####}',
} as const
