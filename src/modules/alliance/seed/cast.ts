/**
 * The fixed ids of the demonstration alliance, so that every module's part of the story names the
 * same organisations and people. The content behind them stands in the other files of this folder.
 */
export const cast = {
  organisations: {
    au: id(0x0a, 1),
    pku: id(0x0a, 2),
    ruc: id(0x0a, 3),
    unescoChair: id(0x0a, 4),
    perfectWorld: id(0x0a, 5),
    saebyeok: id(0x0a, 6),
    rhone: id(0x0a, 7),
    museum: id(0x0a, 8),
    ministry: id(0x0a, 9),
    fund: id(0x0a, 10),
  },
  units: {
    auArts: id(0x0b, 1),
    auCommunication: id(0x0b, 2),
    auEngineering: id(0x0b, 3),
    auManagement: id(0x0b, 4),
    auInternationalOffice: id(0x0b, 5),
    pkuArts: id(0x0b, 6),
    pkuCulturalIndustries: id(0x0b, 7),
    rucArts: id(0x0b, 8),
    saebyeokMedia: id(0x0b, 9),
    rhoneTextile: id(0x0b, 10),
  },
  degreeProgrammes: {
    auDigitalArts: id(0x0c, 1),
    pkuArts: id(0x0c, 2),
    rucCulturalManagement: id(0x0c, 3),
    saebyeokMediaArt: id(0x0c, 4),
    rhoneDesign: id(0x0c, 5),
    auCommunication: id(0x0c, 6),
  },
  people: {
    secretariat: id(0x0d, 1),
    coordinatorAu: id(0x0d, 2),
    evaluatorAu: id(0x0d, 3),
    registrarAu: id(0x0d, 4),
    administratorAu: id(0x0d, 5),
    academicMentorAu: id(0x0d, 6),
    studentPloy: id(0x0d, 7),
    studentThanawat: id(0x0d, 8),
    studentKanyarat: id(0x0d, 9),
    coordinatorPku: id(0x0d, 10),
    evaluatorPku: id(0x0d, 11),
    studentWang: id(0x0d, 12),
    coordinatorRuc: id(0x0d, 13),
    studentSun: id(0x0d, 14),
    coordinatorSaebyeok: id(0x0d, 15),
    studentPark: id(0x0d, 16),
    coordinatorRhone: id(0x0d, 17),
    studentMoreau: id(0x0d, 18),
    industryMentor: id(0x0d, 19),
    curator: id(0x0d, 20),
    officer: id(0x0d, 21),
    funder: id(0x0d, 22),
    /** Three who took part in 2025, before the platform was in use; imported from the spreadsheet of that year. */
    pastAu: id(0x0d, 23),
    pastPku: id(0x0d, 24),
    pastRuc: id(0x0d, 25),
  },
  enrolments: {
    ploy: id(0x0e, 1),
    thanawat: id(0x0e, 2),
    kanyarat: id(0x0e, 3),
    wang: id(0x0e, 4),
    sun: id(0x0e, 5),
    park: id(0x0e, 6),
    moreau: id(0x0e, 7),
  },
  programmes: {
    sinoThai: id(0x0f, 1),
    talent: id(0x0f, 2),
  },
  programmeYears: {
    sinoThai2025: id(0x10, 1),
    sinoThai2026: id(0x10, 2),
    sinoThai2027: id(0x10, 3),
    talent2026: id(0x10, 4),
    talent2027: id(0x10, 5),
    talent2028: id(0x10, 6),
  },
  initiatives: {
    weavesArchive: id(0x11, 1),
    ruralResidency: id(0x11, 2),
    gameHeritage: id(0x11, 3),
    subtitles: id(0x11, 4),
    summit2026: id(0x11, 5),
    craftFund: id(0x11, 6),
  },
} as const

/** A constant UUID of version 7's shape: the kind of thing, then its number. */
function id(kind: number, number: number): string {
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0')
  return `01980000-00${hex(kind, 2)}-7000-8000-${hex(number, 12)}`
}
