import { nearness } from './vocabulary.ts'

/**
 * Letters that schools put before the numbers of their courses, by field: where no earlier decision has taught what a
 * department of a host is at home, this says which letters mean one field. Neighbours of a field follow a slash.
 */
const fields: Readonly<Record<string, string>> = {
  accounting: 'acc acct accg actg accty acctg acctng ac / business',
  agriculture: 'ag agr agri agron agrs anim ansc hort plsc soil crop / plants',
  anthropology: 'anth anthr anthro ant antr anthrop',
  archaeology: 'arch archeo arc arky arkeo / anthropology',
  architecture: 'arch archi ar arcg archit ldarch land la larc / planning',
  art: 'art arts arth arthi ah arthist fa fnart finart visart vis ahis arhi hart photo / design',
  asian: 'asamst aas asst asian asam asnam eastasn ealc easian',
  astronomy: 'ast astr astro astron asto astrn asnt / physics',
  biochemistry: 'bioc bch bchm bichem bcm chbi mbb biochem / biology chemistry',
  biology:
    'bio biol bios biosc biosci bisc bi by bily bioscien ls lifesci lsm lsci biolsci biology mcellbi mcb integbi ib bcb mcd cell genetics gen zool zoo bot physio physiol anat anatomy phy',
  physiology: 'physio physiol anat anatomy phsl psio anatphy hbio kin / biology',
  microbiology: 'micr micro micrb mbio microbio mb / biology',
  neuroscience: 'neu neur neuro nrsc nsci neurosci / psychology biology',
  plants: 'plantbi bot botany plbi plsc pb / biology',
  business:
    'bus busad busadm ba bad badm bua busa busn busi bsad bam mgt mgmt mgtm mng mktg mkt ugba ibus buad bmgt bsns bussad com commerce orgb hrm entr law blaw / management',
  chemistry: 'chem chm che ch cm chmy chemi ochem cy',
  chicano: 'chicano chic chcs chst chs mas ls lals latino lat ccs chicanx mexam / ethnic',
  chinese: 'chin chinese chn chns mand cn / languages',
  classics: 'clas classic cls latin lat greek gre agrs grk / languages',
  communication: 'com comm comms commst spch speech coms cmst mcom media jour journ mmc jrn',
  computing:
    'cs csc cis csis cit cisc compsci comp cosc csci cpsc cse ecs csit comsc cins coms csee cps cst it is isys infosys ics info ifs dsc inf prog cnet cp cob data swe softeng bt',
  data: 'data ds dsc dsa datasci stat info bt analytics / computing statistics',
  design: 'des dsgn desg gd vcd grph digm dgm / art',
  drama: 'thea theater theatre thtr drama dram tha th thar tdps thart / performing',
  earth:
    'eps geol geo geos gly esci ess eas eart earth gg es geosc ocean ocn oce ocea / environment',
  economics: 'econ eco ec ecn envecon econom ecm / business',
  education: 'edu educ ed eduk edpsy chdev cd ece teach',
  electrical: 'ee elec eecs ece elen eeng elee elng electr / engineering computing',
  energy: 'enrg energy er nuc ner / engineering',
  engineering:
    'eng engr engin engrg egr enge enr enggr engineer mec meceng me mae mech mecheng civ ce cive civeng cee ase aero ise ie ind indeng mse matsci mats bioe bme che cheng matse engsc est',
  materials: 'matsci mse mats mtrl matl ms msen mte / engineering',
  english:
    'eng engl engwr engwrt english enlt lit litr writ wr engcmp ewrt engx wrtg ltwl elit esl eap comp cw rhetor compl',
  environment:
    'env envs envsc envr ens enviro envsci espm es ev esc envt ess ecol eeb lnsc / earth biology',
  ethnic: 'eth ethst ethn es ethstd ethnst ethnic ethstu ics socj natamst',
  film: 'film fm cine cinema filmst fms rtvf tvr rtv vcm mfl / communication',
  food: 'fst food fdsc fs foodsci nutr fn / nutrition',
  french: 'fren french fre fr frch / languages',
  gender: 'gws gend wgs wmst wst womst women gs wgss ws womn wom genstu wmns',
  geography: 'geog geo ggr gph geogr gy geg / earth',
  german: 'germ german ger grmn gmn gr / languages',
  global: 'glob global gls gs inst intl intst is internat ias globst ir irel / politics',
  health: 'hlth hs hed heal hsci pubhlth ph publ heed hea he / medicine',
  history: 'hist histy hst hi his histr history hsty',
  italian: 'ital italian ita itl it / languages',
  japanese: 'japn japanese jpn japan ja jpns / languages',
  kinesiology: 'kin kine pe kines exsc hper sport ess / health',
  korean: 'kor korean korea kr / languages',
  languages: 'lang flang wl mlang forlan fl',
  law: 'law laws lw legl blaw legal ajust',
  linguistics: 'ling lin linguis lng linguist lgst',
  management: 'mgt mgmt man mng mngt managmt om / business',
  mathematics: 'math mat mth ma maths mathem mathe mtm mathematics mac matem calc amath apma mapl',
  medicine: 'med medi clin path pharm phar pcol nurs nur',
  music: 'mus musc music mu muse musi musap',
  native: 'natamst nas ais nam amind indg native aist / ethnic',
  nutrition: 'nusctx nutr ntr nut nutrn nutri nfs ntrs hn fn dtec fcs nutrition',
  performing: 'perf danc dance dan tdps',
  pharmacology: 'pharm phar pcol phcol tox / medicine biology',
  philosophy: 'phil philo philos phl ph phlo pl',
  physics: 'phys phy physics phyc phs ph pc phsc physc phyz psci',
  planning: 'plan cplan urb urbs urbst dcrp / geography',
  politics:
    'pol pols polsc polsci poli plsc posc posci ps psc govt gov govt polisci politic plsi pls pgs pos polit po poly gvpt',
  psychology: 'psy psyc psych psyh psycho ps pysc pych psyb psychology',
  religion: 'rel rels rlgn relst reli rlst humn theo',
  russian: 'russ rus russian slav slavic rs / languages',
  social: 'soc soci sociol socio socy sc socsc socsci ss sosc sociology',
  spanish: 'span spa spn spanish sp spanis / languages',
  statistics: 'stat stats sta st stt statis bstat biostat mathstat pstat stts / mathematics',
}

const byLetters = new Map<string, Set<string>>()
const neighbours = new Map<string, Set<string>>()
for (const [field, text] of Object.entries(fields)) {
  const [letters = '', near = ''] = text.split('/')
  for (const each of [field, ...letters.trim().split(' ')]) {
    byLetters.set(each, (byLetters.get(each) ?? new Set()).add(field))
  }
  neighbours.set(field, new Set(near.trim().split(' ').filter(Boolean)))
}

/** How likely the letters of two codes mean one field by themselves, 0 to 1; no school is asked. */
export function areaLikeness(first: string, second: string): number {
  const a = first.toLowerCase().replaceAll('&', '')
  const b = second.toLowerCase().replaceAll('&', '')
  if (a === '' || b === '') return 0
  if (a === b) return 1
  const near = nearness(a, b)?.likeness ?? 0
  return Math.max(near, fieldLikeness(byLetters.get(a), byLetters.get(b)))
}

function fieldLikeness(a: Set<string> | undefined, b: Set<string> | undefined): number {
  if (!a || !b) return 0
  let best = 0
  for (const one of a) {
    for (const other of b) {
      // Letters that may mean several fields say less.
      const share = one === other ? 1 : areNeighbours(one, other) ? 0.5 : 0
      best = Math.max(best, share * (a.size + b.size > 2 ? 0.8 : 0.95))
    }
  }
  return best
}

function areNeighbours(a: string, b: string): boolean {
  return neighbours.get(a)?.has(b) === true || neighbours.get(b)?.has(a) === true
}
