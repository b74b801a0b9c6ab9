import { languages, type LocalText } from '#kernel/values'
import {
  manifestPieces,
  type ManifestSource,
  streamOf,
} from '../src/modules/exhibitions/formats/manifest.ts'
import { type BenchOptions, type BenchResult, figure, percentile } from './bench.ts'

/** A long manifest, made as it is sent. */
export const claim =
  'A manifest of 449 canvases in five languages with five stops each is built in under half a second, and is on its way before its end is made'

const canvases = 449
const stops = 5
const mostMs = 500

const words: Readonly<Record<string, string>> = {
  en: 'Diamonds within diamonds, every eighth thread turning back on itself.',
  'zh-Hans': '层层相套的菱形，每八根经线折返一次。',
  th: 'ลายข้าวหลามตัดซ้อนกัน เส้นยืนวนกลับทุกแปดเส้น',
  ko: '겹겹의 마름모, 여덟 올마다 되돌아간다.',
  fr: 'Des losanges dans des losanges, le dessin se retourne tous les huit fils.',
}

/** Builds and reads the whole, again and again. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const times: number[] = []
  const firsts: number[] = []
  let bytes = 0
  for (let round = 0; round < (options.quick ? 5 : 60); round += 1) {
    const began = performance.now()
    const reader = streamOf(manifestPieces(longSource(round))).getReader()
    let read = await reader.read()
    firsts.push(performance.now() - began)
    bytes = 0
    while (!read.done) {
      bytes += read.value.byteLength
      read = await reader.read()
    }
    times.push(performance.now() - began)
  }
  const row = {
    canvases,
    languages: languages.length,
    'stops each': stops,
    MB: figure(bytes / 1_000_000),
    'first bytes, ms (p50)': figure(percentile(firsts, 0.5)),
    'whole, ms (p50)': figure(percentile(times, 0.5)),
    'whole, ms (p95)': figure(percentile(times, 0.95)),
  }
  return {
    rows: [row],
    notes: [
      'Omeka’s IIIF server is reported to need more than 30 s for a manifest of as many images (its issue 41).',
    ],
    figures: { wholeMsP95: percentile(times, 0.95), bytes },
    failed: percentile(times, 0.95) >= mostMs,
  }
}

function longSource(round: number): ManifestSource {
  const origin = 'https://weft.example'
  const id = `${origin}/iiif/exhibitions/${round}/manifest.json`
  const text = (number: number): LocalText =>
    Object.fromEntries(languages.map((each) => [each, `${number} ${words[each]}`]))
  const all = Array.from({ length: canvases }, (_, number) => ({
    id: `${origin}/iiif/exhibitions/${round}/canvas/${number}`,
    label: text(number),
    summary: text(number),
    metadata: [{ label: text(1), value: text(number) }],
    labels: [],
    rights: 'http://creativecommons.org/publicdomain/zero/1.0/',
    credit: text(2),
    creditLabel: text(3),
    poster: null,
    picture: {
      service: `${origin}/iiif/image/3/${number}`,
      width: 4000,
      height: 3000,
    },
    recording: null,
    renderings: [],
    steps: Array.from({ length: stops }, (_each, step) => ({
      id: `${origin}/iiif/exhibitions/${round}/canvas/${number}/steps/${step}`,
      title: text(step),
      text: text(number + step),
      target: { kind: 'region', x: step * 10, y: number, width: 400, height: 300 } as const,
    })),
  }))
  const shared = {
    rights: null,
    creditLabel: text(0),
    credits: text(0),
    thumbnail: null,
    seeAlso: [],
  }
  const rooms = [{ id: `${id}/range/1`, label: text(0), canvases: all.map((each) => each.id) }]
  return {
    id,
    label: text(0),
    summary: text(0),
    ...shared,
    homepages: [],
    providers: [],
    canvases: all,
    rooms,
  }
}
