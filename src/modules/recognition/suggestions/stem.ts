// A light stemmer for the Latin words of English and French titles: it need not be right about grammar, only
// bring "computing", "computer" and "computational" together and keep "physics" and "physiology" apart.

const endings = [
  'isations',
  'izations',
  'isation',
  'ization',
  'ational',
  'ations',
  'ation',
  'ements',
  'ement',
  'ments',
  'ment',
  'ically',
  'ical',
  'iques',
  'ique',
  'istries',
  'istry',
  'etical',
  'istic',
  'ings',
  'ing',
  'eurs',
  'eur',
  'ives',
  'ive',
  'ions',
  'ion',
  'ics',
  'ers',
  'ors',
  'ity',
  'ite',
  'ies',
  'ial',
  'ic',
  'er',
  'or',
  'ar',
  'ed',
  'ly',
  'al',
  'el',
  'ie',
  'es',
  'y',
  's',
  'e',
]

/** The stem of a Latin word in lower case; other scripts stay as they are. */
export function stemOf(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word
  let stem = word
  for (let pass = 0; pass < 2; pass += 1) {
    const ending = endings.find((each) => stem.endsWith(each) && stem.length - each.length >= 4)
    if (ending === undefined) break
    stem = undoubled(stem.slice(0, -ending.length))
  }
  // "analysis", "analytic", "analyse" and "analyze" are one family.
  return stem.replace(/(?<=\w{3}y)(?:s|z|t|si|sis)$/, '').replace(/(?<=\w{4})e$/, '')
}

function undoubled(stem: string): string {
  return /([bdfgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem
}
