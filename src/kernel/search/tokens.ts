/** One word of a text as it is indexed and searched. */
export interface Token {
  text: string
  /** Its place among the tokens: a phrase is made of neighbours. */
  position: number
}

/** Characters of a text beyond these are not indexed. */
const longestText = 20_000

/** A word beyond these characters is cut: nobody types it, and a lexeme has its limit. */
const longestToken = 60

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

const ligatures: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
}

/** What French puts before an apostrophe; what follows it is the word. */
const elision = /^(?:l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=.)/

/**
 * The form in which texts are compared: compatibility characters resolved (NFKC), lower case, Latin letters without accents.
 * Thai and Korean keep their marks; Thai sara am stays one character, which NFKC would take apart and no dictionary knows.
 */
export function normalise(text: string): string {
  const compatible = text
    .slice(0, longestText)
    .split('\u0e33')
    .map((part) => part.normalize('NFKC'))
    .join('\u0e33')
    .replaceAll('\u0e4d\u0e32', '\u0e33')
  return compatible
    .toLowerCase()
    .split('\u0e33')
    .map((part) =>
      part
        .normalize('NFD')
        .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
        .normalize('NFC'),
    )
    .join('\u0e33')
    .replace(/[œæßøłđı]/g, (letter) => ligatures[letter]!)
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
}

/** The words of a text in any of the five languages: Thai and Chinese by dictionary, French without elisions. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const { segment, isWordLike } of segmenter.segment(normalise(text))) {
    if (!isWordLike) continue
    const word = segment.replace(elision, '').replace(/['’_]/g, '').slice(0, longestToken)
    if (word !== '') tokens.push({ text: word, position: tokens.length + 1 })
  }
  return tokens
}

/**
 * The overlapping runs of characters of a text, each run of words by itself: of two for Chinese, of three for the rest,
 * Latin words with their ends marked. They find a part of a Thai or Chinese compound however a dictionary cuts it.
 */
export function gramsOf(text: string): Token[] {
  const grams: Token[] = []
  let position = 0
  for (const word of runs(normalise(text))) {
    for (const gram of gramsOfRun(word)) grams.push({ text: gram, position: ++position })
    // A single Chinese character is searched as the beginning of a gram; the last of a run begins none.
    const last = /\p{Script=Han}$/u.exec(word)
    if (last && [...word].length > 1) grams.push({ text: last[0], position: ++position })
    position += 1
  }
  return grams
}

/** Whether a run is written in a script whose words have no spaces between them. */
export function isUnspaced(run: string): boolean {
  return /[\p{Script=Han}\p{Script=Thai}]/u.test(run)
}

/** The grams of one run; a run shorter than a gram gives itself, to be matched as the beginning of one. */
export function gramsOfRun(run: string): string[] {
  const size = /\p{Script=Han}/u.test(run) ? 2 : 3
  const characters = [...(isUnspaced(run) ? run : `_${run}_`)]
  if (characters.length <= size) return [characters.join('')]
  return characters
    .slice(size - 1)
    .map((_, index) => characters.slice(index, index + size).join(''))
}

/** The runs of one script in a normalised text. */
export function runs(normalised: string): string[] {
  return (
    normalised
      .replace(/['’]/g, ' ')
      .match(
        /\p{Script=Han}+|[\p{Script=Thai}]+|(?:(?![\p{Script=Han}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+/gu,
      ) ?? []
  ).map((run) => run.slice(0, 2000))
}
