import fc from 'fast-check'

/** Settings of every property of matching: the same cases each time. */
export const settings = { seed: 20261125, numRuns: 400 }

/** Some of `count` names in some order. */
export const some = (count: number, letter: string) =>
  fc.shuffledSubarray(Array.from({ length: count }, (_, each) => `${letter}${each}`))

/** The same in groups of equals. */
export const someGroups = (count: number, letter: string) =>
  fc
    .tuple(some(count, letter), fc.array(fc.boolean(), { minLength: count, maxLength: count }))
    .map(([names, isNew]) => {
      const groups: string[][] = []
      for (const [at, name] of names.entries()) {
        if (at === 0 || isNew[at]) groups.push([name])
        else groups.at(-1)!.push(name)
      }
      return groups
    })

/** Small rounds in which both sides rank in groups. */
export const tiedRounds = fc
  .record({ people: fc.integer({ min: 1, max: 5 }), places: fc.integer({ min: 1, max: 4 }) })
  .chain(({ people, places }) =>
    fc.record({
      seed: fc.constantFrom('a', 'b', 'c'),
      applicants: fc.tuple(
        ...Array.from({ length: people }, (_, each) =>
          fc.record({ id: fc.constant(`a${each}`), choices: someGroups(places, 'p') }),
        ),
      ),
      places: fc.tuple(
        ...Array.from({ length: places }, (_, each) =>
          fc.record({
            id: fc.constant(`p${each}`),
            seats: fc.integer({ min: 1, max: 2 }),
            ranking: fc.option(someGroups(people, 'a')),
          }),
        ),
      ),
    }),
  )

/** Every way of giving each applicant one of the own choices or nothing. */
export function everyResult(choices: readonly (readonly string[])[]): (string | null)[][] {
  return choices.reduce<(string | null)[][]>(
    (all, list) => all.flatMap((start) => [null, ...list].map((next) => [...start, next])),
    [[]],
  )
}

/** Small rounds with seats reserved for two categories. */
export const reservedRounds = tiedRounds.chain(({ seed, applicants, places }) =>
  fc.record({
    seed: fc.constant(seed),
    applicants: fc.tuple(
      ...applicants.map(({ id, choices }) =>
        fc.record({
          id: fc.constant(id),
          category: fc.constantFrom(null, 'TH', 'KR', 'unknown'),
          choices: fc.constant(choices.flat()),
        }),
      ),
    ),
    places: fc.tuple(
      ...places.map((place) =>
        fc
          .record({
            TH: fc.integer({ min: 0, max: 2 }),
            KR: fc.integer({ min: 0, max: 1 }),
            more: fc.nat(1),
          })
          .map(({ TH, KR, more }) => ({
            ...place,
            seats: Math.max(1, TH + KR + more),
            reserves: [
              { category: 'TH', seats: TH },
              { category: 'KR', seats: KR },
            ].filter((each) => each.seats > 0),
          })),
      ),
    ),
  }),
)

/** Small rounds of projects that share the seats of two hosts. */
export const sharedRounds = tiedRounds.chain(({ seed, applicants, places }) =>
  fc.record({
    seed: fc.constant(seed),
    applicants: fc.constant(applicants.map(({ id, choices }) => ({ id, choices: choices.flat() }))),
    projects: fc.tuple(
      ...places.map(({ id, seats }) =>
        fc.record({
          id: fc.constant(id),
          seats: fc.constant(seats),
          host: fc.constantFrom('h0', 'h1'),
        }),
      ),
    ),
    hosts: fc.tuple(
      ...['h0', 'h1'].map((id) =>
        fc.record({
          id: fc.constant(id),
          seats: fc.integer({ min: 1, max: 3 }),
          ranking: fc.option(someGroups(applicants.length, 'a')),
        }),
      ),
    ),
  }),
)
