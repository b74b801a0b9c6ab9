import { evaluate, find } from '../src/modules/recognition/rules/evaluate.ts'
import type {
  Evaluation,
  EvaluationInput,
  LineEvaluation,
} from '../src/modules/recognition/rules/types.ts'
import { type BenchOptions, type BenchResult, figure } from './bench.ts'
import { collectGarbage, megabytes, milliseconds, peakMemory, timed } from './matching/measure.ts'
import { overlapFigures } from './recognition/overlap.ts'
import { askPeer, factsOf, type PeerFacts, peerEngine } from './recognition/peer.ts'
import { Stock } from './recognition/stock.ts'

export const claim =
  'Transcripts are judged line by line, exactly and with reasons, ten times as fast as by json-rules-engine over plain numbers, in time that grows with their number'

const leastRatio = 10
const chunk = 1_000

/** Judges transcripts of ten lines against the equivalences of a hundred pairs, beside the peer, and overlaps beside a solver. */
export async function run({ quick, progress }: BenchOptions): Promise<BenchResult> {
  const began = megabytes(process.memoryUsage().rss)
  progress('making equivalences')
  const stock = new Stock(quick ? 10_000 : 100_000)
  const sizes = quick ? [100, 1_000, 5_000] : [1_000, 10_000, 100_000]
  // Warm: the first thousand are judged before anything is measured.
  judge(stock, chunk, find)
  const growth = sizes.map((transcripts) => {
    progress(`judging ${transcripts} transcripts`)
    collectGarbage()
    return growthOf(transcripts, judge(stock, transcripts, find))
  })
  const peak = megabytes(peakMemory())
  const last = growth.at(-1)!
  progress('judging with the hash of all inputs')
  const hashed = growthOf(last.transcripts, judge(stock, last.transcripts, evaluate))
  progress('asking json-rules-engine')
  const peer = await measurePeer(stock, quick ? 100 : 2_000)
  progress('judging one transcript of 10,000 lines')
  const long = [1_000, 10_000].map((lines) => longFigures(stock, lines))
  progress('choosing among overlaps, beside a solver')
  const overlap = await overlapFigures(quick ? 100 : 1_000)
  const ratio = figure(last.perProcessorSecond / peer.perProcessorSecond)
  const figures = {
    transcripts: last.transcripts,
    linesEach: 10,
    equivalences: stock.size,
    transcriptsPerSecond: last.perSecond,
    transcriptsPerProcessorSecond: last.perProcessorSecond,
    hashedTranscriptsPerSecond: hashed.perSecond,
    hashedTranscriptsPerProcessorSecond: hashed.perProcessorSecond,
    peakMemoryMb: peak,
    memoryBeforeMb: began,
    peer: 'json-rules-engine',
    peerTranscripts: peer.transcripts,
    peerTranscriptsPerSecond: peer.perSecond,
    peerTranscriptsPerProcessorSecond: peer.perProcessorSecond,
    ratio,
    hashedRatio: figure(hashed.perProcessorSecond / peer.perProcessorSecond),
    comparedLines: peer.compared,
    equalLines: peer.equal,
    growth,
    growthExponent: exponent(growth),
    long,
    overlap,
  }
  return {
    rows: rowsOf(figures),
    notes,
    figures,
    failed:
      peer.equal !== peer.compared ||
      overlap.same !== overlap.cases ||
      (!quick && ratio < leastRatio),
  }
}

interface Taken {
  ms: number
  /** Processor time: what else the machine does meanwhile does not count. */
  processorMs: number
}

/** Judges so many transcripts; making them is not counted. */
function judge(
  stock: Stock,
  transcripts: number,
  how: (input: EvaluationInput) => Pick<Evaluation, 'counts'>,
): Taken & { recognised: number } {
  const taken = { ms: 0, processorMs: 0, recognised: 0 }
  for (let start = 0; start < transcripts; start += chunk) {
    const inputs: EvaluationInput[] = []
    const end = Math.min(start + chunk, transcripts)
    for (let number = start; number < end; number += 1) inputs.push(stock.input(number))
    const stop = clock(taken)
    for (const input of inputs) taken.recognised += how(input).counts.recognised
    stop()
  }
  return taken
}

/** Adds what passes until it is stopped. */
function clock(taken: Taken): () => void {
  const [began, used] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(used)
    taken.ms += performance.now() - began
    taken.processorMs += (user + system) / 1_000
  }
}

function growthOf(transcripts: number, { ms, processorMs, recognised }: ReturnType<typeof judge>) {
  return {
    transcripts,
    ms: milliseconds(ms),
    processorMs: milliseconds(processorMs),
    perSecond: figure((transcripts / ms) * 1000),
    perProcessorSecond: figure((transcripts / processorMs) * 1000),
    recognised,
  }
}

interface PeerFigures {
  transcripts: number
  perSecond: number
  perProcessorSecond: number
  compared: number
  equal: number
}

/** The peer on the same transcripts, and its verdicts beside ours where a line has one equivalence of its own and no cap. */
async function measurePeer(stock: Stock, transcripts: number): Promise<PeerFigures> {
  const engine = peerEngine()
  const taken: Taken = { ms: 0, processorMs: 0 }
  let [compared, equal] = [0, 0]
  for (let number = 0; number < transcripts; number += 1) {
    const input = stock.input(number)
    const { lines } = evaluate(input)
    const asked = lines.map((found, place) => askable(input, found, place))
    const facts = asked.flatMap((each) => each ?? [])
    const stop = clock(taken)
    const verdicts = await askPeer(engine, facts)
    stop()
    const ours = lines.filter((_, place) => asked[place] !== null)
    for (const [place, verdict] of verdicts.entries()) {
      compared += 1
      if (ours[place]!.verdict === verdict) equal += 1
    }
  }
  // Lines that the peer was not asked about are not held against it.
  const asked = compared / 10
  return {
    transcripts,
    perSecond: figure((asked / taken.ms) * 1000),
    perProcessorSecond: figure((asked / taken.processorMs) * 1000),
    compared,
    equal,
  }
}

/** The facts of a line that stands alone, where nothing but its own rules decided; else null. */
function askable(input: EvaluationInput, found: LineEvaluation, place: number): PeerFacts | null {
  const beyond = /^reason\.(?:set|cap\.(?!within)|course\.other-line|equivalence\.several)/
  if (found.setId !== null || found.reasons.some(({ key }) => beyond.test(key))) return null
  const line = input.lines[place]!
  const touching = input.equivalences.filter(({ hostCourses }) =>
    hostCourses.flat().includes(line.code),
  )
  const [only] = touching
  if (touching.length !== 1 || only!.hostCourses.length !== 1) return null
  return factsOf(line, only!)
}

function longFigures(stock: Stock, lines: number) {
  const input = stock.long(lines)
  const rounds = [0, 1, 2].map(() => timed((): Evaluation => evaluate(input)).ms)
  return { lines, ms: milliseconds(rounds.toSorted((a, b) => a - b)[1]!) }
}

/** 1 where ten times as many take ten times as long. */
function exponent(growth: readonly { transcripts: number; processorMs: number }[]): number {
  const [first, last] = [growth[0]!, growth.at(-1)!]
  return figure(
    Math.log(last.processorMs / first.processorMs) / Math.log(last.transcripts / first.transcripts),
  )
}

interface Figures {
  growth: readonly ReturnType<typeof growthOf>[]
  peerTranscripts: number
  peerTranscriptsPerSecond: number
  peerTranscriptsPerProcessorSecond: number
  transcripts: number
  hashedTranscriptsPerSecond: number
  hashedTranscriptsPerProcessorSecond: number
  ratio: number
  hashedRatio: number
  peakMemoryMb: number
  comparedLines: number
  equalLines: number
  long: readonly { lines: number; ms: number }[]
  overlap: { cases: number; same: number; ms: number; solverMs: number }
}

const heads = ['ms', 'a second', 'a processor second', '× peer', 'MB', 'equal'] as const

function rowsOf(figures: Figures): BenchResult['rows'] {
  const row = (
    what: string,
    cases: number,
    more: Partial<Record<(typeof heads)[number], number>> = {},
  ) => ({ what, cases, ...Object.fromEntries(heads.map((head) => [head, more[head] ?? null])) })
  const { growth, overlap, long } = figures
  return [
    ...growth.map(({ transcripts, ms, perSecond, perProcessorSecond }) =>
      row('transcripts of ten lines', transcripts, {
        ms,
        'a second': perSecond,
        'a processor second': perProcessorSecond,
        ...(transcripts === figures.transcripts
          ? { '× peer': figures.ratio, MB: figures.peakMemoryMb }
          : {}),
      }),
    ),
    row('with the hash of all inputs', figures.transcripts, {
      'a second': figures.hashedTranscriptsPerSecond,
      'a processor second': figures.hashedTranscriptsPerProcessorSecond,
      '× peer': figures.hashedRatio,
    }),
    row('json-rules-engine', figures.peerTranscripts, {
      'a second': figures.peerTranscriptsPerSecond,
      'a processor second': figures.peerTranscriptsPerProcessorSecond,
    }),
    row('lines that both decide', figures.comparedLines, { equal: figures.equalLines }),
    ...long.map(({ lines, ms }) => row('one transcript of so many lines', lines, { ms })),
    row('overlaps: Weft', overlap.cases, { ms: overlap.ms, equal: overlap.same }),
    row('overlaps: HiGHS', overlap.cases, { ms: overlap.solverMs }),
  ]
}

const notes = [
  'Weft: the evaluation of a case as the product runs it: exact fractions, every reason, sets of courses, caps, the best choice among overlaps; in a row of its own also the hash of all inputs, which the product keeps. Making the transcripts is not counted, finding their equivalences by index neither.',
  'json-rules-engine: nine rules of one line over plain numbers, with its equivalence found and its credit converted beforehand; no reasons, sets or caps. Its speed is counted for the lines that it was asked about alone, ten to a transcript. “× peer” compares processor time.',
  'Equal: the verdicts on lines with one equivalence of their own that no cap touches; of overlaps the optimum that HiGHS finds.',
]
