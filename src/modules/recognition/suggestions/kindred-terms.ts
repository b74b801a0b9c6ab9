import { stemOf } from './stem.ts'

/**
 * Words of English course titles that mean nearly the same, or a field and what it studies: one family a line. Written by
 * hand, for all fields alike; what decisions have brought together is learned beside it and says more.
 */
const lines = `
adult ageing aging gerontology elderly geriatrics
agriculture farming crop agronomy
algebra algebraic matrix linear
algorithm algorithmic algorithms complexity
analytics mining
anatomy neuroanatomy morphology
ancient classical antiquity
animal zoology vertebrate fauna wildlife
animation motion
anthropology ethnography ethnology culture
architecture architectural building built
art arts fine visual
astronomy astrophysics cosmology universe stars space planetary
atmosphere climate meteorology weather
automata computation computability
bacteria bacteriology microbiology microbial microbes microbe
behaviour behavior ethology behavioural behavioral
biochemistry biomolecular biomolecules metabolism
biodiversity conservation
biotechnology bioengineering
bird birds avian ornithology
blood haematology hematology
blockchain ledger cryptocurrency
bodies body human
bone skeletal musculoskeletal orthopaedics orthopedics
brain neural neuronal neuron neuroscience neurobiology nervous neurology neurophysiology
business enterprise commerce company corporate firm
calculus analysis differential integral
cancer tumour tumor oncology oncogenes carcinogenesis
cardiac heart cardiology cardiovascular cardiopulmonary circulation
cell cells cellular cytology
chemistry chemical
child children paediatrics pediatrics childhood
cinema film movie motion picture
city urban cities metropolitan
climate warming
cognition cognitive mind perception
combinatorics combinatorial graph discrete
commerce ecommerce business trade
communication communications media journalism
compiler compilers translation languages
computer computing computation informatics
concurrent parallel concurrency multicore
consulting advisory
consumer customer buyer
contract contracts obligations
control controls regulation
cosmetics beauty
criminal crime criminology penal
crypto cryptography cryptology encryption
curating curatorial museum museology exhibition
cybersecurity security secure
dance ballet choreography
database databases dbms sql
decision choice
deep neural
democracy political politics government
design designing
development developmental embryology embryo
digital electronic online
disease diseases pathology illness disorder disorders
distributed cloud grid
drama theatre theater stage performance
drawing sketching
drug drugs pharmacology medicinal pharmaceutical therapeutics pharmacotherapy
earth geology geoscience geosciences
ecology ecological ecosystem ecosystems environment
economy economic economics
education teaching pedagogy learning instruction
electricity electrical electromagnetism electromagnetic electrodynamics magnetism
electronics electronic circuits circuit
endocrine endocrinology hormones hormone hormonal
energy power
engineering technology
enterprise organisation organization organisational
entrepreneurship entrepreneurial startup venture innovation
environment environmental
epidemiology epidemics
ethics ethical moral morality
evolution evolutionary phylogenetics
exercise sport sports fitness kinesiology
experiment experimental experiments laboratory
family kinship
fashion clothing textile
finance financial investment investments
fish fisheries ichthyology aquaculture
food foods nutrition gastronomy
forensic forensics
forest forestry
function functional
fungi fungal mycology fungus
gender women feminism
gene genes genetics genetic genome genomic genomics heredity
geography geographic geospatial spatial gis
geometry geometric
government governance public
graphics rendering visualization visualisation
groundwater hydrology water
health healthcare medical medicine
heat thermal thermodynamics
heritage tradition traditional patrimony
history historical
immune immunity immunology
infection infectious
information data
insect insects entomology entomological
instrument instrumental instrumentation
interaction interactive interface hci
intelligence intelligent ai
international global world
internet web network
journalism news reporting
knowledge epistemology
labour labor employment work
landscape garden
language languages linguistics linguistic
law legal jurisprudence
leadership leading managing
learning training
legislation compliance regulation regulatory
life living biology biological
literature literary fiction novel
logic logical proof proofs reasoning
logistics supply
machine statistical
management managing manager administration
marine ocean oceanography sea aquatic
marketing advertising brand
materials material solids
mathematics mathematical maths
measure measurement metrology
mechanics mechanical dynamics
medicine clinical medical
membrane membranes
memory learning
metabolic metabolism
mobile wireless smartphone android
model models modelling modeling simulation
molecule molecular molecules
money monetary banking bank
music musical musicology
nanotechnology nanoscience nanomaterials nano nanochemistry
network networks networking
nonlinear optimization optimisation programming
number arithmetic
numerical computational scientific
nursing care
object oriented
operating os
optics optical photonics light laser
organism organisms organismal
painting drawing
parasite parasites parasitology
particle particles nuclear quarks
perception sensory sense
philosophy philosophical thought
photograph photography
physiology physiological physio
planet planetary
plant plants botany botanical flora
poetry poem verse
policy policies
politics political
pollution toxicology contaminants toxic
polymer polymers macromolecules macromolecular plastics
population demography demographic
primate primates
probability probabilistic stochastic random chance
process processes
programming coding programs software
project projects
protein proteins proteomics
psychiatry mental
psychology psychological
quality assurance
quantum wave
race racial ethnic ethnicity
radiation nuclear radioactive
reaction reactions reactivity mechanism mechanisms
regression linear
religion religious theology faith
reproduction reproductive fertility
reptile reptiles amphibian amphibians herpetology
rights justice
risk uncertainty actuarial insurance
robot robotics autonomous
school schooling
semiconductor semiconductors solid
sequence series
signal signals signalling signaling
social society sociology sociological
software program
soil soils pedology
sound acoustics audio
spectroscopy spectroscopic spectrometry
speech voice phonetics
statistics statistical
strategy strategic
stress anxiety
survey sampling questionnaire
sustainability sustainable green
taxation tax
taxonomy systematics classification
tissue histology
tourism travel hospitality
trade commerce
translation interpreting
transport transportation traffic
tropical rainforest
user interface usability
vaccine vaccines immunology
vector vectors
vision image imaging
virus viruses virology viral
vision visual
war conflict
writing composition rhetoric
`

const kindred = new Map<string, Set<string>>()
for (const line of lines.trim().split('\n')) {
  const families = new Set(line.split(' ').map(stemOf))
  for (const family of families) {
    const known = kindred.get(family) ?? new Set()
    for (const other of families) if (other !== family) known.add(other)
    kindred.set(family, known)
  }
}

/** The families of words kindred to one, from the hand-written table. */
export function kindredTerms(family: string): ReadonlySet<string> | undefined {
  return kindred.get(family)
}
