import type { Seeding } from '#kernel/http'
import { seedMentors } from './seed-mentors.ts'
import { type SeedList, seedRound } from './seed-parts.ts'

/** Invented applicants with their country and their wishes, by the number of the place, the best first. */
const applicants: readonly (readonly [string, string, ...number[]])[] = [
  ['พิมพ์ชนก วงศ์อารี', 'TH', 1, 3, 2],
  ['ธนภัทร เกียรติกุล', 'TH', 1, 2, 4],
  ['ณิชาภา ศรีวิไล', 'TH', 3, 1],
  ['กฤติน โชติวานิช', 'TH', 2, 1, 5],
  ['ศุภิสรา แก้วมณี', 'TH', 1, 6, 3],
  ['ปวริศ ทองสุข', 'TH', 4, 2],
  ['林雨桐', 'CN', 1, 5, 3],
  ['周子涵', 'CN', 5, 1],
  ['陈思远', 'CN', 2, 5, 1],
  ['吴若曦', 'CN', 6, 5, 7],
  ['徐嘉怡', 'CN', 1, 7],
  ['郑文博', 'CN', 5, 2, 6],
  ['윤서연', 'KR', 7, 1, 3],
  ['강도현', 'KR', 7, 6],
  ['임하은', 'KR', 1, 7, 8],
  ['조민석', 'KR', 8, 7, 2],
  ['Camille Roussel', 'FR', 3, 8],
  ['Théo Lambert', 'FR', 1, 3, 8],
  ['Inès Garnier', 'FR', 8, 3],
  ['Lucas Perrot', 'FR', 2],
]

/** Invented places with seats, country, sector, and whom they rank, by the number of the applicant; `=` ties. */
const places: readonly (readonly [string, number, string, string, string])[] = [
  ['Silk Road Museum, conservation', 2, 'CN', 'Museums', '7 =5 1 18 =2 11 15 13 3 4 8 9'],
  ['Perfect Level Studios, localisation', 2, 'CN', 'Games', '9 4 =2 6 12 20 16 1'],
  ['Khlong Textile Archive', 2, 'TH', 'Museums', '17 3 1 19 =18 7 13 5'],
  ['Chao Phraya Data Cooperative', 2, 'TH', 'Software', ''],
  ['Lumière Nord, restoration', 3, 'FR', 'Film', '8 7 12 =9 10 4'],
  ['Atelier Rhône, weaving', 1, 'FR', 'Crafts', '10 14 =5 12'],
  ['Saebyeok Media Lab', 3, 'KR', 'Film', '13 14 15 =16 11 10'],
  ['Han River Publishing', 3, 'KR', 'Publishing', '16 17 19 =18 15'],
]

/**
 * Rounds in every state: one that was run and published, one whose lists must be mended, one by another method in which
 * somebody dropped out, and one that gave mentors, of whom one dropped out.
 */
export async function seedMatching(seeding: Seeding): Promise<void> {
  seeding.progress('matching: rounds')
  const lists = { applicants: listOfApplicants(applicantRows()), places: listOfPlaces(placeRows()) }
  await seedRound(seeding, {
    name: 'Internships across the alliance, spring 2027',
    about,
    kind: 'places',
    daysAgo: 12,
    lists,
    runs: [{ method: 'lottery', daysAgo: 5, publish: 4 }],
  })
  await seedRound(seeding, {
    name: 'Museum summer placements 2027',
    about,
    kind: 'places',
    daysAgo: 2,
    lists: {
      applicants: listOfApplicants([
        ...applicantRows().slice(0, 7),
        ['ศิรดา มณีวงศ์', 'TH', 'Museum of Tides', '', ''],
      ]),
      places: listOfPlaces(
        placeRows()
          .filter((_row, at) => at === 0 || at === 2)
          .map((row) => row.slice(0, 4)),
      ),
    },
    runs: [],
  })
  await seedRound(seeding, {
    name: 'Project weeks at the museums 2027',
    about,
    kind: 'places',
    daysAgo: 20,
    lists: { ...lists, places: listOfPlaces(placeRows().map((row) => row.slice(0, 4))) },
    runs: [
      { method: 'fair', daysAgo: 14 },
      { without: { side: 'place', number: 5 }, daysAgo: 9, publish: 8 },
    ],
  })
  await seedMentors(seeding)
}

const about = 'Invented applicants and places of the demonstration.'

function listOfApplicants(rows: string[][]): SeedList {
  return { header: ['Applicant', 'Country', '1st', '2nd', '3rd'], rows }
}

function listOfPlaces(rows: string[][]): SeedList {
  const ranked = rows[0]!.slice(4).map((_, at) => `Ranked ${at + 1}`)
  return { header: ['Place', 'Seats', 'Country', 'Sector', ...ranked], rows }
}

function placeName(number: number): string {
  return places[number - 1]![0]
}

function applicantRows(): string[][] {
  return applicants.map(([name, country, ...wishes]) => [
    name,
    country,
    ...[0, 1, 2].map((at) => (wishes[at] === undefined ? '' : placeName(wishes[at]))),
  ])
}

function placeRows(): string[][] {
  const most = Math.max(...places.map(([, , , , ranked]) => ranked.split(' ').length))
  return places.map(([name, seats, country, sector, ranked]) => {
    const cells = ranked === '' ? [] : ranked.split(' ')
    const named = cells.map((cell) => {
      const tied = cell.startsWith('=') ? '= ' : ''
      return `${tied}${applicants[Number(cell.replace('=', '')) - 1]![0]}`
    })
    const empty = Array.from({ length: most - named.length }, () => '')
    return [name, String(seats), country, sector, ...named, ...empty]
  })
}
