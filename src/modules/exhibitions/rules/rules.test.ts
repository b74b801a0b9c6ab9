import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readExif } from '../images/exif.ts'
import { audienceOf, isInSeason } from './access.ts'
import { canonicalOf, imageLimits, planImage } from './image-request.ts'
import { dayOfYearFrom, makersFrom, makersText, yearFrom } from './object-form.ts'
import { allRights, rightsFrom } from './rights.ts'
import { levelSize, preparedKey, scaleFactors, toPrepare, wholeTileOf } from './tiles.ts'

const seed = 20_261_126

describe('who may see an object', () => {
  test('a season may pass the turn of the year, both its ends in it', () => {
    const winter = { season_from: '11-15', season_until: '02-10' }
    for (const day of ['2026-11-15', '2026-12-31', '2027-01-01', '2027-02-10'])
      assert.ok(isInSeason(winter, day), day)
    for (const day of ['2026-11-14', '2027-02-11', '2027-07-01'])
      assert.ok(!isInSeason(winter, day), day)
  })
  test('what is no longer, or not yet, or out of season shown is the holder’s alone', () => {
    const shown = {
      state: 'available',
      access: 'open',
      season_from: null,
      season_until: null,
    } as const
    assert.equal(audienceOf(shown, '2026-11-26'), 'everybody')
    assert.equal(audienceOf({ ...shown, access: 'signed-in' }, '2026-11-26'), 'signed-in')
    assert.equal(audienceOf({ ...shown, state: 'withdrawn' }, '2026-11-26'), 'holder')
    assert.equal(
      audienceOf({ ...shown, season_from: '01-01', season_until: '01-31' }, '2026-11-26'),
      'holder',
    )
  })
})

describe('terms', () => {
  const written: [typed: string, uri: string][] = [
    ['https://creativecommons.org/licenses/by/4.0/', 'http://creativecommons.org/licenses/by/4.0/'],
    [
      'https://creativecommons.org/publicdomain/zero/1.0/deed.th',
      'http://creativecommons.org/publicdomain/zero/1.0/',
    ],
    [
      'http://www.creativecommons.org/licenses/BY-NC/4.0/legalcode',
      'http://creativecommons.org/licenses/by-nc/4.0/',
    ],
    [
      'https://rightsstatements.org/page/InC-EDU/1.0/?language=fr',
      'http://rightsstatements.org/vocab/InC-EDU/1.0/',
    ],
    ['rightsstatements.org/vocab/nkc/1.0', 'http://rightsstatements.org/vocab/NKC/1.0/'],
  ]
  for (const [typed, uri] of written)
    test(`${typed} is read`, () => assert.equal(rightsFrom(typed)?.uri, uri))
  test('other addresses are none, and every one that is offered has the form of IIIF', () => {
    for (const typed of [
      '',
      'CC BY',
      'http://creativecommons.org/',
      'https://evil.example/licenses/by/4.0/',
    ])
      assert.equal(rightsFrom(typed), null)
    for (const { uri } of allRights) {
      assert.match(uri, /^http:\/\/(creativecommons\.org|rightsstatements\.org\/vocab)\//)
      assert.equal(rightsFrom(uri)?.uri, uri)
    }
  })
})

describe('what is typed of an object', () => {
  test('years of three calendars, and none where there is none', () => {
    const years: [string, number | null | 'wrong'][] = [
      ['1890', 1890],
      ['พ.ศ. 2433', 1890],
      ['๒๔๓๓', 1890],
      ['1890年', 1890],
      ['-300', -300],
      ['−300', -300],
      ['', null],
      ['0', 'wrong'],
      ['long ago', 'wrong'],
      ['12345', 'wrong'],
    ]
    for (const [typed, year] of years) assert.equal(yearFrom(typed), year, typed)
  })
  test('days of the year that there are', () => {
    assert.equal(dayOfYearFrom('2-29'), '02-29')
    assert.equal(dayOfYearFrom('11月1日'), '11-01')
    for (const typed of ['02-30', '13-01', '1', '00-10'])
      assert.equal(dayOfYearFrom(typed), 'wrong')
  })
  test('makers come back as they were typed', () => {
    const makers = makersFrom(' Kannika; weaver \r\n\r\n王；织工\n; nobody')
    assert.deepEqual(makers, [
      { name: 'Kannika', role: 'weaver' },
      { name: '王', role: '织工' },
    ])
    assert.deepEqual(makersFrom(makersText(makers)), makers)
  })
})

describe('a request for an image', () => {
  const side = fc.integer({ min: 1, max: 60_000 })
  const full = fc.record({ width: side, height: side })
  const coordinate = fc.integer({ min: 0, max: 70_000 })
  const sizes = fc.oneof(
    fc.constantFrom('max', '^max'),
    fc
      .tuple(fc.constantFrom('', '^', '!', '^!'), coordinate, coordinate)
      .map(([sign, w, h]) => `${sign}${w},${h}`),
    fc.tuple(fc.constantFrom('', '^'), coordinate).map(([sign, w]) => `${sign}${w},`),
    fc.integer({ min: 0, max: 300 }).map((percent) => `^pct:${percent}`),
  )
  const regions = fc.oneof(
    fc.constantFrom('full', 'square'),
    fc.tuple(coordinate, coordinate, coordinate, coordinate).map((each) => each.join()),
  )
  test('is refused, or stays inside the image and inside the limits, and its canonical form means the same', () => {
    fc.assert(
      fc.property(full, regions, sizes, (image, region, size) => {
        const plan = planImage({ region, size, rotation: '0', file: 'default.jpg' }, image)
        if ('status' in plan) return
        const { region: part, size: result } = plan
        assert.ok(part.x + part.width <= image.width && part.y + part.height <= image.height)
        assert.ok(result.width >= 1 && result.height >= 1)
        assert.ok(result.width <= imageLimits.maxWidth && result.height <= imageLimits.maxHeight)
        assert.ok(result.width * result.height <= imageLimits.maxArea)
        const [again, sized, rotation, file] = canonicalOf(plan, image).split('/') as [
          string,
          string,
          string,
          string,
        ]
        assert.deepEqual(planImage({ region: again, size: sized, rotation, file }, image), plan)
      }),
      { seed, numRuns: 2000 },
    )
  })
})

describe('tiles', () => {
  test('of every level are whole tiles of the pyramid or stand ready, and nothing is both', () => {
    const side = fc.integer({ min: 1, max: 9000 })
    fc.assert(
      fc.property(side, side, (width, height) => {
        const full = { width, height }
        const ready = new Set(toPrepare(full).map(preparedKey))
        for (const factor of scaleFactors(full)) {
          const step = 512 * factor
          for (const x of [0, Math.floor((width - 1) / step) * step])
            for (const y of [0, Math.floor((height - 1) / step) * step]) {
              const region = {
                x,
                y,
                width: Math.min(step, width - x),
                height: Math.min(step, height - y),
              }
              const size = levelSize(region, factor)
              const plan = {
                region,
                size,
                rotation: 0,
                mirrored: false,
                quality: 'default',
                format: 'jpg',
              } as const
              const isWhole = region.width === step && region.height === step
              assert.equal(wholeTileOf(plan) !== null && isWhole, isWhole)
              assert.equal(ready.has(preparedKey(plan)), !isWhole)
            }
        }
      }),
      { seed, numRuns: 200 },
    )
  })
})

test('damaged EXIF gives what could be read, and never fails', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const found = readExif(
        Buffer.concat([Buffer.from('Exif\0\0II*\0\u0008\0\0\0', 'latin1'), bytes]),
      )
      assert.ok(Object.values(found).every((text) => text.length <= 1000))
    }),
    { seed, numRuns: 500 },
  )
})
