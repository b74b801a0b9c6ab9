import doctor from './doctor.en.ts'
import jobs from './jobs.en.ts'
import receiveMail from './receive-mail.en.ts'
export default {
  ...doctor,
  ...jobs,
  ...receiveMail,
  plain: '{text}',
  'help.what':
    'Weft: the platform of an alliance for exchanges, recognised credit and shared work.',
  'help.usage': 'Usage:',
  'help.command-word': 'COMMAND [OPTIONS]',
  'help.more': 'More about one of them: weft help COMMAND',
  'help.exit-codes':
    'Exit codes: 0 done, 1 something was found wrong, 2 wrong use, 3 refused, 70 a fault in Weft, 78 configuration.',
  'option.json': 'Answer with one JSON object on standard output.',
  'option.demonstration': 'Work in demonstration mode, with invented people only.',
  'option.help': 'Show this help.',
  'usage.unknown': 'There is no command "{name}".',
  'usage.unknown-guess': 'There is no command "{name}". Did you mean "{guess}"?',
  'usage.incomplete': 'After "{name}" one more word is needed. There are: {names}.',
  'usage.missing': 'Something is missing. The command wants: {usage}',
  'usage.too-many': '"{word}" is one word too many.',
  'usage.unknown-option': 'There is no option "{option}".',
  'usage.unknown-option-guess': 'There is no option "{option}". Did you mean "{guess}"?',
  'usage.option-value':
    'The option "{option}" is used wrongly: one that takes a value needs one, a plain one takes none.',
  'usage.see': 'See: weft help',
  'usage.see-command': 'See: weft help {name}',
  'failure.configuration': 'The configuration cannot be used:',
  'failure.variable': '  {variable}: {message}',
  'failure.folder-in-use':
    'The database in {folder} is open in another process. Stop that one first, or give this one a folder of its own with WEFT_DATA, or let both use one PostgreSQL server (DATABASE_URL).',
  'failure.migration':
    'The tables could not be brought up to date; nothing was left half done. {detail}',
  'failure.backup': 'The backup or restore could not be done. {detail}',
  'failure.database-sign-in':
    'The PostgreSQL server refused the user or the password in DATABASE_URL.',
  'failure.database-missing':
    'The database in DATABASE_URL does not exist. Make it: createdb --template=template0 --encoding=UTF8 --lc-collate=C --lc-ctype=C.UTF-8 NAME',
  'failure.database-full':
    'The PostgreSQL server has no free connection. Lower WEFT_POOL_SIZE or raise max_connections.',
  'failure.unreachable':
    'The database server or another service cannot be reached ({detail}). Check its address and that it runs.',
  'failure.no-right': 'A file or folder may not be read or written here. {detail}',
  'failure.disk-full': 'The disk is full. Free some space and try again.',
  'failure.bug': 'This is a fault in Weft. What stands above helps to find it.',
  'variable.WEFT_MODE': 'set it to "production" or "demonstration"',
  'variable.PORT': 'give a port between 0 and 65535',
  'variable.WEFT_ORIGIN':
    'give the address that people use, without a path, such as https://weft.example.org (to try Weft out, add --demonstration instead)',
  'variable.WEFT_BEHIND_PROXY': 'set it to 1 when a proxy of yours sets X-Forwarded-For, else to 0',
  'variable.DATABASE_URL':
    'give an address like postgres://user:password@host:5432/weft, or leave it out to use the built-in database',
  'variable.WEFT_POOL_SIZE': 'give a number of connections between 1 and 200',
  'variable.WEFT_SMTP_URL':
    'give the address of the mail server, such as smtps://user:password@mail.example.org:465; without it no mail leaves',
  'variable.WEFT_S3_ENDPOINT':
    'give the address of the S3-compatible store, and a key that may read and write the bucket',
  'variable.WEFT_S3_BUCKET':
    'give WEFT_S3_BUCKET, WEFT_S3_ACCESS_KEY_ID and WEFT_S3_SECRET_ACCESS_KEY together with WEFT_S3_ENDPOINT',
  'variable.WEFT_OIDC':
    'give a JSON list of objects with "id", "name", "issuer", "clientId" and "clientSecret"',
  'variable.WEFT_REQUESTS_PER_MINUTE': 'give a number; 0 switches the limit off',
  'variable.WEFT_METRICS_TOKEN':
    'give at least 16 random characters, or leave it out to have metrics read from this machine only',
  'variable.WEFT_SECRET':
    'give at least 32 random characters, or leave it out to have one made in the data folder',
  'variable.WEFT_PREVIOUS_SECRETS':
    'give the former values of WEFT_SECRET, of 32 characters or more each, separated by commas',
  'variable.WEFT_JOBS': 'set it to 1, or to 0 for a process that only answers requests',
  'variable.other': 'its value cannot be used; docs/operating.md says what it may be',
  'mode.demonstration': 'demonstration',
  'mode.production': 'production',
  'mode.real-data':
    'This database holds real people. Demonstration mode, where anybody signs in as anybody, does not open it. Leave out --demonstration, or give the demonstration a folder of its own with WEFT_DATA.',
  'mode.invented-data':
    'This database holds the invented people of a demonstration. Start it with --demonstration, or give production a folder or database of its own.',
  'start.summary': 'Open the site and serve it until it is told to stop.',
  'start.option.port': 'Listen at this port instead of PORT.',
  'start.port-taken':
    'Port {port} is taken by another program. Stop that program, or choose another port: --port NUMBER',
  'start.cannot-listen':
    'Weft may not listen at {host}, port {port}. Ports below 1024 need special rights; WEFT_HOST must be an address of this machine.',
  'start.ready': 'Weft is ready: {address}',
  'start.how-to-sign-in':
    'To sign in, open it, choose "Sign in", and click one of the invented people. Everything in it is a demonstration.',
  'start.how-to-stop': 'Press Ctrl+C to stop.',
  'step.opening': 'Opening the database ({place})',
  'step.tables': 'Bringing the tables up to date ({total} steps)',
  'step.migrating': 'tables: {migration}',
  'step.seeding-stopped':
    'The demonstration was not loaded whole: it stopped in {module}. Start again, and it goes on from there; nothing is loaded twice.',
  'step.seeding': 'Loading the demonstration: {module}',
  'step.assets': 'Preparing pages, fonts and documents',
  'migrate.summary': 'Bring the tables of the database up to date.',
  'migrate.done': 'The tables are up to date: {applied} applied now, {before} before.',
  'migrate.orphaned':
    '{migration} was applied once and its module is no longer here; its tables stay.',
  'seed.summary': 'Load the demonstration alliance; what is there already stays.',
  'seed.production': 'The demonstration is loaded only in demonstration mode: add --demonstration.',
  'seed.done': 'The demonstration is loaded: {modules}',
  'verify.summary': 'Prove that no entry of the chronicle was changed, removed or slipped in.',
  'verify.option.checkpoint': 'Compare with a checkpoint that was kept elsewhere.',
  'verify.counts':
    'Sealed entries: {entries}. Signed checkpoints: {checkpoints}. Erased personal values: {erased}. Waiting to be sealed: {waiting}.',
  'verify.whole': 'The chronicle is whole.',
  'verify.fault': 'The chronicle is not whole: at position {position}, {fault}.',
  'verify.no-keys':
    'There are no keys in {folder}. Without them no checkpoint can be proven: put them back from the backup.',
  'verify.no-checkpoint': '{file} is not a checkpoint of a chronicle, or cannot be read.',
  'fault.missing-position': 'a position is missing',
  'fault.missing-entry': 'the entry is missing',
  'fault.wrong-previous-hash': 'it does not follow the one before',
  'fault.wrong-hash': 'the entry was changed',
  'fault.wrong-personal-value': 'a personal value was changed',
  'fault.wrong-checkpoint': 'it is not what was signed',
  'fault.unknown-signature': 'the signature is by no known key',
  'fault.cut-off': 'the end was cut off',
  'fault.lost-entry': 'an entry was withheld from sealing',
  'checkpoint.summary': 'Sign the end of the chronicle, to be kept elsewhere as a witness.',
  'checkpoint.empty': 'The chronicle has no entry yet.',
  'checkpoint.written':
    'The checkpoint at position {position} stands in {file}. Keep it on another machine.',
  'rotate.summary': 'Make a new key for signing checkpoints; the old ones stay for proving.',
  'rotate.done':
    'Checkpoints are signed with the key {keyId} from the next start on. Make a backup now.',
  'appoint.summary':
    'Appoint somebody from this machine, such as the first person of the secretariat, and print a link to sign in.',
  'appoint.option.role': 'The role, such as secretariat or administrator.',
  'appoint.option.name': 'The name of a person who is not registered yet.',
  'appoint.option.organisation': 'Id or acronym of the organisation; the secretariat has none.',
  'appoint.no-role': 'Say to what: --role secretariat, or --role administrator --organisation ID',
  'appoint.no-organisation': 'No organisation has the id or acronym {organisation}.',
  'appoint.done': '{email} is appointed: {role}.',
  'appoint.already': '{email} holds this appointment already: {role}.',
  'appoint.link': 'This link signs them in once, within 15 minutes:',
  'backup.summary': 'Write database, files and keys into one file.',
  'backup.option.without-keys': 'Leave the keys out; they are then to be kept apart.',
  'backup.files': 'files',
  'backup.file-exists': '{file} is there already; name another file.',
  'backup.done':
    'The backup is whole: {file}, {megabytes} MiB with {files, plural, one {# file} other {# files}}.',
  'backup.files-in-s3':
    'Uploaded files are in the S3-compatible store and not in this backup: switch on its versioning, or copy the bucket.',
  'backup.keys-inside': 'It holds the keys of this node: keep it where only you can read it.',
  'backup.keys-outside':
    'The keys are not in it: without them nobody signs in with a second factor after a restore, and no checkpoint is proven.',
  'backup.server-ended':
    'The running server ended before the backup was whole; nothing was left of it. Try again.',
  'restore.summary': 'Put a backup into an empty data folder and prove that it is whole.',
  'restore.files': 'files',
  'restore.no-file': 'There is no file {file}.',
  'restore.damaged': '{file} is damaged and was not restored ({detail}). Use another backup.',
  'restore.not-a-backup': '{file} is not a backup of Weft.',
  'restore.newer-format':
    '{file} was written by a newer Weft ({version}). Restore it with that version.',
  'restore.wants-server':
    'This is a backup of a PostgreSQL server: set DATABASE_URL to an empty database and restore again.',
  'restore.wants-folder':
    'This is a backup of the built-in database: unset DATABASE_URL to restore it into a data folder.',
  'restore.not-empty':
    '{folder} is not empty. Restore into an empty folder: name one with WEFT_DATA.',
  'restore.was-cut-off':
    'A restore into {folder} was cut off, and only a part of the data is there. Run "weft restore FILE" again; it begins anew.',
  'restore.done':
    'Restored as of {taken, date, medium}, {taken, time, short}: {files, plural, one {# file} other {# files}}.',
  'restore.sign-ins':
    'The first start ends every sign-in and every access token: the backup knows nothing of those that were ended since.',
  'restore.files-in-s3':
    'Uploaded files are not in the backup: the S3-compatible store must have them.',
  'restore.no-keys':
    'The backup holds no keys. Put the kept ones into the folder "keys" before the next start.',
  'restore.chronicle-whole':
    'The chronicle is whole: {entries, plural, one {# entry} other {# entries}} proven.',
  'restore.missing-files':
    '{count, plural, one {# file is} other {# files are}} named in the database and not in the store.',
  'doctor.summary': 'Look at the machine and the data, and say what to do; nothing is changed.',
  'doctor.line.ok': '✓ {says}',
  'doctor.line.warning': '! {says}',
  'doctor.line.problem': '✗ {says}',
  'doctor.line.advice': '    → {advice}',
  'doctor.counts': 'In order: {ok}. Warnings: {warnings}. Problems: {problems}.',
  'doctor.configuration.ok': 'Configuration: {mode}',
  'doctor.configuration.wrong': 'Configuration: {variable} cannot be used',
  'doctor.node': 'Node {version}',
  'doctor.node.advice':
    'Node {wanted} is needed: run Weft through npm or scripts/weft.mjs, which use the one that is installed with it.',
  'doctor.memory': 'Memory: {megabytes} MiB',
  'doctor.memory.advice': 'At least {least} MiB is advised.',
  'doctor.clock': 'Clock: {time}',
  'doctor.server-clock': 'The clocks of this machine and the database server are {seconds} s apart',
  'doctor.clock.advice':
    'Set the clock, and let it be kept right (NTP): due dates, sign-in and the chronicle depend on it.',
  'doctor.languages': 'Five languages (ICU {version})',
  'doctor.languages.missing': 'This Node does not know all five languages',
  'doctor.time-zones': 'Time zones ({version})',
  'doctor.time-zones.missing': 'This Node does not know the time zones',
  'doctor.reinstall.advice': 'Install the packages again: npm ci',
  'doctor.fonts': 'Fonts for documents',
  'doctor.fonts.missing': 'Fonts are missing: {names}',
  'doctor.packages': 'Pictures, documents and styles can be made',
  'doctor.packages.missing': 'Packages do not load: {names}',
  'doctor.folder.ok': 'Data folder: {folder}',
  'doctor.folder.new': 'Data folder: {folder} (the first start makes it)',
  'doctor.folder.read-only': '{folder} cannot be written',
  'doctor.folder.read-only.advice':
    'Give the user who runs Weft the right to write there, or name another folder with WEFT_DATA.',
  'doctor.folder.open': 'Other users of this machine can look into {folder}',
  'doctor.folder.open.advice': 'Close it: chmod 700 {folder}',
  'doctor.folder.cut-off.advice': 'Run "weft restore FILE" again.',
  'doctor.room': 'Free space: {megabytes} MiB',
  'doctor.room.advice': 'Free some space: without it the database stops taking anything in.',
  'doctor.file-system.ok': 'The file system of the data folder keeps what is written',
  'doctor.file-system.memory': 'The data folder is in memory ({name}): it is gone after a restart',
  'doctor.file-system.network':
    'The data folder is on a network or mapped file system ({name}): locks and syncs may not hold',
  'doctor.file-system.layer':
    'The data folder is in a container layer ({name}): it goes with the container',
  'doctor.file-system.advice': 'For real data, put WEFT_DATA on a local disk or a mounted volume.',
  'doctor.sync': 'The disk confirms a write in {milliseconds} ms',
  'doctor.sync.advice':
    'Every commit waits for it. A faster disk, or a PostgreSQL server, makes Weft faster.',
  'doctor.keys.ok': 'Keys: {count}, readable by their owner alone',
  'doctor.keys.none-yet': 'No keys yet: the first start makes them in {folder}',
  'doctor.keys.no-key': 'The folder {folder} holds no key that signs',
  'doctor.keys.no-key.advice':
    'Put the keys back from the backup before the next start, or it makes a new one.',
  'doctor.keys.open': 'Others can read these keys: {names}',
  'doctor.keys.open.advice': 'Close them: chmod 600 {folder}/*',
  'doctor.database.ok': 'Database: {engine}, PostgreSQL {version}',
  'doctor.database.none-yet': 'No database yet: the first start makes it',
  'doctor.database.in-use': 'The database is open in a running Weft and was not looked into',
  'doctor.database.in-use.advice':
    'It is starting or hangs. Try again in a minute, or stop it to have the database examined.',
  'doctor.database.failed': 'The database does not open: {detail}',
  'doctor.database.failed.advice': 'Check DATABASE_URL, or WEFT_DATA for the built-in database.',
  'doctor.collation': 'Sorting: {collate}, {ctype}, {encoding}',
  'doctor.collation.advice':
    'A database for Weft is made with: createdb --template=template0 --encoding=UTF8 --lc-collate=C --lc-ctype=C.UTF-8 NAME',
  'doctor.migrations.ok': 'Tables up to date ({count})',
  'doctor.migrations.missing': 'Tables are older than this program: {count} steps to do',
  'doctor.migrations.advice':
    'Make a backup, then run "weft migrate"; "weft start" does it as well.',
  'doctor.chronicle.ok': 'The end of the chronicle is whole ({entries} entries looked at)',
  'doctor.chronicle.advice':
    'Keep this state, run "weft chronicle verify" with a checkpoint from elsewhere, and compare with a backup.',
  'doctor.files.disk': 'Uploaded files are kept in the data folder',
  'doctor.files.s3-failed':
    'The S3-compatible store does not answer as it should (bucket {bucket}): {detail}',
  'doctor.mail.demonstration': 'In a demonstration no mail leaves',
  'doctor.mail.none': 'No mail server is named: no mail leaves',
  'doctor.mail.ok': 'The mail server answers ({place})',
  'doctor.mail.odd': 'What answers at {place} is not a mail server',
  'doctor.mail.failed': 'The mail server at {place} does not answer ({detail})',
  'doctor.mail.advice':
    'Check WEFT_SMTP_URL and the firewall. Mails wait and are tried again for two days.',
}
