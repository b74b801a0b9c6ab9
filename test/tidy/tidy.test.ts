import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { none } from './check.ts'
import { deadExports, staleExcuses } from './rules/dead-exports.ts'
import { deadFiles } from './rules/dead-files.ts'
import { importRanks } from './rules/import-ranks.ts'
import * as machine from './rules/machine.ts'
import * as messages from './rules/messages.ts'
import * as migrations from './rules/migrations.ts'
import * as names from './rules/names.ts'
import * as purity from './rules/purity.ts'
import { fileLength, mostLines, staleLongFiles } from './rules/size.ts'
import * as views from './rules/views.ts'
import * as writes from './rules/writes.ts'
import { type Offence, readTree, root, type Tree } from './tree.ts'

const tree = readTree()

const rules: [name: string, rule: (tree: Tree) => Offence[], advice: string][] = [
  [
    'imports point down only, and through doors',
    importRanks,
    'Call down; let news go up as chronicle entries; let app.ts pass in what must not be imported.',
  ],
  ['names say what is inside', names.bannedNames, 'Put each thing where its word belongs.'],
  ['source files are in kebab-case', names.kebabCase, 'Rename them.'],
  ['only doors re-export', names.barrels, 'Import from the file itself, or make it index.ts.'],
  [
    'every module and part of the kernel has a door and a README',
    names.moduleShape,
    'Add the file.',
  ],
  ['nothing is left for later', names.leftovers, 'Do it now, or open an issue.'],
  [
    `files stay under ${mostLines} lines`,
    fileLength,
    'Split by what the parts do, or give a reason in test/tidy/rules/size.ts.',
  ],
  ['exceptions for long files are still needed', staleLongFiles, 'Remove them.'],
  ['every messages folder has five languages', messages.fiveLanguages, 'Add the file.'],
  ['a message has one text', messages.keysOnce, 'Rename one, or delete it.'],
  ['pages hold no sentence of their own', messages.wordsInViews, 'Move it to messages/.'],
  ['views are synchronous', views.asyncViews, 'Load in the route; hand the view its props.'],
  ['no style attribute', views.styleAttributes, 'Use a class of the design system.'],
  ['raw HTML only in ui', views.rawHtml, 'Use elements, or a component of ui.'],
  ['no inline script', views.inlineScript, 'Use a form or an island.'],
  ['outbound is the only network client', views.networkClients, 'Use #kernel/outbound.'],
  ['no asset from another host', machine.foreignAssets, 'Serve it from here.'],
  ['rules are pure', purity.pureRules, 'Pass the value in as an argument.'],
  ['modules take the time from their work', purity.oneClock, 'Use work.now.'],
  ['money, credit and grades are exact', purity.exactNumbers, 'Use Fraction or minor units.'],
  ['every rule is explained', purity.explainedRules, 'Say the rule in the terms of the field.'],
  ['only service, jobs and seed write rows', writes.writersOnly, 'Move the write into a verb.'],
  ['only queries and verbs ask the database', writes.readersOnly, 'Move it into queries/.'],
  ['a part writes only its own tables', writes.ownTables, 'Call the verb of the owner.'],
  ['SQL reads downwards only', writes.readBelow, 'Ask the verb or the query of the owner.'],
  ['every table has one owner', writes.oneOwner, 'Rename one of the two.'],
  ['no path of one machine', machine.machinePaths, 'Use a path relative to the project.'],
  ['no name of a package registry', (all) => machine.registryNames(all), 'Remove it.'],
  [
    'the lock file is complete',
    machine.completeLock,
    '"npm ci" would refuse it: choose a version of which every platform package is published.',
  ],
  ['migrations are well named', migrations.migrationNames, 'Rename before the release.'],
  [
    'released migrations never change',
    migrations.frozenMigrations,
    'Restore the file and write a further migration.',
  ],
  ['no dead file', deadFiles, 'Delete it, or use it.'],
  [
    'nothing is given that no program takes',
    (all) => deadExports(all),
    'Delete it with its tests, or say in test/tidy/rules/dead-exports.ts what it waits for.',
  ],
  ['excuses for what nobody takes are still needed', staleExcuses, 'Remove them.'],
]

for (const [name, rule, advice] of rules) test(name, () => none(rule(tree), advice))

test('five languages say the same', async () => {
  const found = await eachFolder(messages.messageParity)
  none(found, 'Give every language the same keys and the same arguments.')
})

test('nothing is left in English', async () => {
  const found = await eachFolder(messages.untranslated)
  none(found, 'Translate it, or list a proper name in test/tidy/rules/messages.ts.')
})

async function eachFolder(
  rule: (folder: string, texts: messages.Texts, tree: Tree) => Offence[],
): Promise<Offence[]> {
  const offences: Offence[] = []
  for (const folder of messages.messageFolders(tree)) {
    const texts: messages.Texts = {}
    for (const language of messages.languages) {
      const file = `${folder}/${language}.ts`
      if (!tree.has(file)) continue
      texts[language] = (await import(pathToFileURL(root + file).href)).default
    }
    offences.push(...rule(folder, texts, tree))
  }
  return offences
}
