import doctor from './doctor.fr.ts'
import jobs from './jobs.fr.ts'
import receiveMail from './receive-mail.fr.ts'
import type en from './en.ts'

export default {
  ...doctor,
  ...jobs,
  ...receiveMail,
  plain: '{text}',
  'help.what':
    'Weft : la plateforme d’une alliance pour les échanges, la reconnaissance des crédits et le travail commun.',
  'help.usage': 'Utilisation :',
  'help.command-word': 'COMMANDE [OPTIONS]',
  'help.more': 'Pour en savoir plus sur une commande : weft help COMMANDE',
  'help.exit-codes':
    'Codes de sortie : 0 terminé, 1 anomalie trouvée, 2 mauvais usage, 3 refusé, 70 défaut de Weft, 78 configuration.',
  'option.json': 'Répondre par un objet JSON sur la sortie standard.',
  'option.demonstration':
    'Travailler en mode démonstration, avec des personnes fictives uniquement.',
  'option.help': 'Afficher cette aide.',
  'usage.unknown': 'Il n’y a pas de commande « {name} ».',
  'usage.unknown-guess': 'Il n’y a pas de commande « {name} ». Vouliez-vous dire « {guess} » ?',
  'usage.incomplete': 'Il faut un mot de plus après « {name} ». Commandes possibles : {names}.',
  'usage.missing': 'Il manque quelque chose. La commande attend : {usage}',
  'usage.too-many': '« {word} » est de trop.',
  'usage.unknown-option': 'Il n’y a pas d’option « {option} ».',
  'usage.unknown-option-guess':
    'Il n’y a pas d’option « {option} ». Vouliez-vous dire « {guess} » ?',
  'usage.option-value':
    'L’option « {option} » est mal employée : celle qui prend une valeur en demande une, les autres n’en prennent pas.',
  'usage.see': 'Voir : weft help',
  'usage.see-command': 'Voir : weft help {name}',
  'failure.configuration': 'La configuration est inutilisable :',
  'failure.variable': '  {variable}: {message}',
  'failure.folder-in-use':
    'La base de données dans {folder} est ouverte par un autre processus. Arrêtez-le d’abord, donnez à celui-ci son propre dossier (WEFT_DATA), ou faites-leur utiliser le même serveur PostgreSQL (DATABASE_URL).',
  'failure.migration':
    'Les tables n’ont pas pu être mises à jour ; rien n’est resté à moitié fait. {detail}',
  'failure.backup': 'La sauvegarde ou la restauration n’a pas pu se faire. {detail}',
  'failure.database-sign-in':
    'Le serveur PostgreSQL a refusé l’utilisateur ou le mot de passe de DATABASE_URL.',
  'failure.database-missing':
    'La base de données de DATABASE_URL n’existe pas. Pour la créer : createdb --template=template0 --encoding=UTF8 --lc-collate=C --lc-ctype=C.UTF-8 NOM',
  'failure.database-full':
    'Le serveur PostgreSQL n’a plus de connexion libre. Baissez WEFT_POOL_SIZE ou augmentez max_connections.',
  'failure.unreachable':
    'Le serveur de base de données ou un autre service est injoignable ({detail}). Vérifiez son adresse et qu’il fonctionne.',
  'failure.no-right': 'Un fichier ou un dossier ne peut être lu ou écrit ici. {detail}',
  'failure.disk-full': 'Le disque est plein. Libérez de la place et réessayez.',
  'failure.bug': 'C’est un défaut de Weft. Ce qui précède aide à le trouver.',
  'variable.WEFT_MODE': 'donnez-lui la valeur « production » ou « demonstration »',
  'variable.PORT': 'indiquez un port entre 0 et 65535',
  'variable.WEFT_ORIGIN':
    'indiquez l’adresse qu’emploient les gens, sans chemin, par exemple https://weft.example.org (pour un essai, ajoutez plutôt --demonstration)',
  'variable.WEFT_BEHIND_PROXY': 'mettez 1 si votre mandataire renseigne X-Forwarded-For, sinon 0',
  'variable.DATABASE_URL':
    'indiquez une adresse comme postgres://user:password@host:5432/weft, ou omettez-la pour la base intégrée',
  'variable.WEFT_POOL_SIZE': 'indiquez un nombre de connexions entre 1 et 200',
  'variable.WEFT_SMTP_URL':
    'indiquez l’adresse du serveur de courrier, comme smtps://user:password@mail.example.org:465 ; sans elle aucun courriel ne part',
  'variable.WEFT_S3_ENDPOINT':
    'indiquez l’adresse du stockage compatible S3 et une clé qui peut lire et écrire le compartiment',
  'variable.WEFT_S3_BUCKET':
    'indiquez WEFT_S3_BUCKET, WEFT_S3_ACCESS_KEY_ID et WEFT_S3_SECRET_ACCESS_KEY avec WEFT_S3_ENDPOINT',
  'variable.WEFT_OIDC':
    'indiquez une liste JSON d’objets avec « id », « name », « issuer », « clientId » et « clientSecret »',
  'variable.WEFT_REQUESTS_PER_MINUTE': 'indiquez un nombre ; 0 supprime la limite',
  'variable.WEFT_METRICS_TOKEN':
    'indiquez au moins 16 caractères aléatoires, ou omettez-la pour que les mesures ne se lisent que sur cette machine',
  'variable.WEFT_SECRET':
    'indiquez au moins 32 caractères aléatoires, ou omettez-la pour qu’il en soit fait un dans le dossier des données',
  'variable.WEFT_PREVIOUS_SECRETS':
    'indiquez les anciennes valeurs de WEFT_SECRET, de 32 caractères au moins, séparées par des virgules',
  'variable.WEFT_JOBS': 'mettez 1, ou 0 pour un processus qui ne fait que répondre aux requêtes',
  'variable.other': 'sa valeur est inutilisable ; docs/operating.md dit ce qu’elle peut être',
  'mode.demonstration': 'démonstration',
  'mode.production': 'production',
  'mode.real-data':
    'Cette base contient des personnes réelles. Le mode démonstration, où chacun se connecte au nom de n’importe qui, ne l’ouvre pas. Retirez --demonstration, ou donnez à la démonstration son propre dossier (WEFT_DATA).',
  'mode.invented-data':
    'Cette base contient les personnes fictives d’une démonstration. Démarrez-la avec --demonstration, ou donnez à la production son propre dossier ou sa propre base.',
  'start.summary': 'Ouvrir le site et le servir jusqu’à l’arrêt demandé.',
  'start.option.port': 'Écouter sur ce port au lieu de PORT.',
  'start.port-taken':
    'Le port {port} est pris par un autre programme. Arrêtez-le, ou choisissez un autre port : --port NUMÉRO',
  'start.cannot-listen':
    'Weft ne peut pas écouter sur {host}, port {port}. Les ports au-dessous de 1024 demandent des droits particuliers ; WEFT_HOST doit être une adresse de cette machine.',
  'start.ready': 'Weft est prêt : {address}',
  'start.how-to-sign-in':
    'Pour vous connecter, ouvrez l’adresse, choisissez « Se connecter » et cliquez sur l’une des personnes fictives. Tout y est démonstration.',
  'start.how-to-stop': 'Ctrl+C pour arrêter.',
  'step.opening': 'Ouverture de la base de données ({place})',
  'step.tables': 'Mise à jour des tables ({total} étapes)',
  'step.migrating': 'tables : {migration}',
  'step.seeding-stopped':
    'La démonstration n’a pas été chargée en entier : arrêt dans {module}. Relancez : le chargement reprend à cet endroit, sans rien charger deux fois.',
  'step.seeding': 'Chargement de la démonstration : {module}',
  'step.assets': 'Préparation des pages, des polices et des documents',
  'migrate.summary': 'Mettre à jour les tables de la base de données.',
  'migrate.done': 'Les tables sont à jour : {applied} appliquées maintenant, {before} auparavant.',
  'migrate.orphaned':
    '{migration} a été appliquée autrefois et son module n’est plus là ; ses tables restent.',
  'seed.summary': 'Charger l’alliance de démonstration ; ce qui s’y trouve déjà reste.',
  'seed.production':
    'La démonstration ne se charge qu’en mode démonstration : ajoutez --demonstration.',
  'seed.done': 'La démonstration est chargée : {modules}',
  'verify.summary':
    'Prouver qu’aucune écriture de la chronique n’a été changée, retirée ou glissée.',
  'verify.option.checkpoint': 'Comparer avec un point de contrôle conservé ailleurs.',
  'verify.counts':
    'Écritures scellées : {entries}. Points de contrôle signés : {checkpoints}. Valeurs personnelles effacées : {erased}. En attente de scellement : {waiting}.',
  'verify.whole': 'La chronique est intacte.',
  'verify.fault': 'La chronique n’est pas intacte : à la position {position}, {fault}.',
  'verify.no-keys':
    'Il n’y a pas de clés dans {folder}. Sans elles aucun point de contrôle ne se prouve : remettez-les depuis la sauvegarde.',
  'verify.no-checkpoint': '{file} n’est pas un point de contrôle de chronique, ou ne peut être lu.',
  'fault.missing-position': 'une position manque',
  'fault.missing-entry': 'l’écriture manque',
  'fault.wrong-previous-hash': 'elle ne suit pas la précédente',
  'fault.wrong-hash': 'l’écriture a été modifiée',
  'fault.wrong-personal-value': 'une valeur personnelle a été modifiée',
  'fault.wrong-checkpoint': 'ce n’est pas ce qui a été signé',
  'fault.unknown-signature': 'la signature n’est d’aucune clé connue',
  'fault.cut-off': 'la fin a été coupée',
  'fault.lost-entry': 'une écriture a été soustraite au scellement',
  'checkpoint.summary': 'Signer la fin de la chronique, à conserver ailleurs comme témoin.',
  'checkpoint.empty': 'La chronique n’a encore aucune écriture.',
  'checkpoint.written':
    'Le point de contrôle à la position {position} est dans {file}. Conservez-le sur une autre machine.',
  'rotate.summary':
    'Faire une nouvelle clé pour signer les points de contrôle ; les anciennes restent pour la preuve.',
  'rotate.done':
    'Dès le prochain démarrage, les points de contrôle sont signés avec la clé {keyId}. Faites une sauvegarde maintenant.',
  'appoint.summary':
    'Nommer quelqu’un depuis cette machine, comme la première personne du secrétariat, et afficher un lien de connexion.',
  'appoint.option.role': 'Le rôle, comme secretariat ou administrator.',
  'appoint.option.name': 'Le nom d’une personne pas encore enregistrée.',
  'appoint.option.organisation':
    'Identifiant ou sigle de l’organisation ; le secrétariat n’en a pas.',
  'appoint.no-role':
    'Précisez le rôle : --role secretariat, ou --role administrator --organisation ID',
  'appoint.no-organisation': 'Aucune organisation n’a l’identifiant ou le sigle {organisation}.',
  'appoint.done': '{email} est nommé : {role}.',
  'appoint.already': '{email} a déjà cette fonction : {role}.',
  'appoint.link': 'Ce lien permet une seule connexion, dans les 15 minutes :',
  'backup.summary': 'Écrire la base de données, les fichiers et les clés dans un seul fichier.',
  'backup.option.without-keys': 'Laisser les clés de côté ; elles sont alors à conserver à part.',
  'backup.files': 'fichiers',
  'backup.file-exists': '{file} existe déjà ; nommez un autre fichier.',
  'backup.done':
    'La sauvegarde est complète : {file}, {megabytes} Mio avec {files, plural, one {# fichier} other {# fichiers}}.',
  'backup.files-in-s3':
    'Les fichiers déposés sont dans le stockage compatible S3 et non dans cette sauvegarde : activez ses versions, ou copiez le compartiment.',
  'backup.keys-inside':
    'Elle contient les clés de ce nœud : conservez-la là où vous seul pouvez la lire.',
  'backup.keys-outside':
    'Les clés n’y sont pas : sans elles, après une restauration, personne ne se connecte avec un second facteur et aucun point de contrôle ne se prouve.',
  'backup.server-ended':
    'Le serveur en marche s’est arrêté avant la fin de la sauvegarde ; il n’en reste rien. Réessayez.',
  'restore.summary': 'Remettre une sauvegarde dans un dossier vide et prouver qu’elle est entière.',
  'restore.files': 'fichiers',
  'restore.no-file': 'Il n’y a pas de fichier {file}.',
  'restore.damaged':
    '{file} est endommagé et n’a pas été restauré ({detail}). Prenez une autre sauvegarde.',
  'restore.not-a-backup': '{file} n’est pas une sauvegarde de Weft.',
  'restore.newer-format':
    '{file} a été écrit par un Weft plus récent ({version}). Restaurez-le avec cette version.',
  'restore.wants-server':
    'C’est une sauvegarde d’un serveur PostgreSQL : faites pointer DATABASE_URL vers une base vide et restaurez de nouveau.',
  'restore.wants-folder':
    'C’est une sauvegarde de la base intégrée : retirez DATABASE_URL pour la restaurer dans un dossier de données.',
  'restore.not-empty':
    '{folder} n’est pas vide. Restaurez dans un dossier vide, à nommer par WEFT_DATA.',
  'restore.was-cut-off':
    'Une restauration dans {folder} a été interrompue, et seule une partie des données s’y trouve. Relancez « weft restore FICHIER » ; elle repart de zéro.',
  'restore.done':
    'Restauré à l’état du {taken, date, medium}, {taken, time, short} : {files, plural, one {# fichier} other {# fichiers}}.',
  'restore.sign-ins':
    'Le premier démarrage met fin à toutes les connexions et à tous les jetons d’accès : la sauvegarde ignore lesquels ont pris fin depuis.',
  'restore.files-in-s3':
    'Les fichiers déposés ne sont pas dans la sauvegarde : le stockage compatible S3 doit les avoir.',
  'restore.no-keys':
    'La sauvegarde ne contient pas de clés. Mettez celles que vous avez gardées dans le dossier « keys » avant le prochain démarrage.',
  'restore.chronicle-whole':
    'La chronique est intacte : {entries, plural, one {# écriture prouvée} other {# écritures prouvées}}.',
  'restore.missing-files':
    '{count, plural, one {# fichier est nommé} other {# fichiers sont nommés}} dans la base et absents du stockage.',
  'doctor.summary': 'Examiner la machine et les données, et dire quoi faire ; rien n’est changé.',
  'doctor.line.ok': '✓ {says}',
  'doctor.line.warning': '! {says}',
  'doctor.line.problem': '✗ {says}',
  'doctor.line.advice': '    → {advice}',
  'doctor.counts': 'En ordre : {ok}. Avertissements : {warnings}. Problèmes : {problems}.',
  'doctor.configuration.ok': 'Configuration : {mode}',
  'doctor.configuration.wrong': 'Configuration : {variable} est inutilisable',
  'doctor.node': 'Node {version}',
  'doctor.node.advice':
    'Node {wanted} est nécessaire : lancez Weft par npm ou scripts/weft.mjs, qui emploient celui qui est installé avec lui.',
  'doctor.memory': 'Mémoire : {megabytes} Mio',
  'doctor.memory.advice': 'Au moins {least} Mio sont conseillés.',
  'doctor.clock': 'Horloge : {time}',
  'doctor.server-clock':
    'Les horloges de cette machine et du serveur de base de données diffèrent de {seconds} s',
  'doctor.clock.advice':
    'Réglez l’horloge et synchronisez-la (NTP) : échéances, connexions et chronique en dépendent.',
  'doctor.languages': 'Cinq langues (ICU {version})',
  'doctor.languages.missing': 'Ce Node ne connaît pas les cinq langues',
  'doctor.time-zones': 'Fuseaux horaires ({version})',
  'doctor.time-zones.missing': 'Ce Node ne connaît pas les fuseaux horaires',
  'doctor.reinstall.advice': 'Réinstallez les paquets : npm ci',
  'doctor.fonts': 'Polices des documents',
  'doctor.fonts.missing': 'Des polices manquent : {names}',
  'doctor.packages': 'Images, documents et styles peuvent être produits',
  'doctor.packages.missing': 'Des paquets ne se chargent pas : {names}',
  'doctor.folder.ok': 'Dossier des données : {folder}',
  'doctor.folder.new': 'Dossier des données : {folder} (créé au premier démarrage)',
  'doctor.folder.read-only': '{folder} ne peut être écrit',
  'doctor.folder.read-only.advice':
    'Donnez le droit d’écriture à l’utilisateur qui exécute Weft, ou nommez un autre dossier (WEFT_DATA).',
  'doctor.folder.open': 'D’autres utilisateurs de cette machine peuvent voir {folder}',
  'doctor.folder.open.advice': 'Fermez-le : chmod 700 {folder}',
  'doctor.folder.cut-off.advice': 'Relancez « weft restore FICHIER ».',
  'doctor.room': 'Place libre : {megabytes} Mio',
  'doctor.room.advice': 'Libérez de la place : sans elle, la base n’accepte plus rien.',
  'doctor.file-system.ok': 'Le système de fichiers du dossier conserve ce qui est écrit',
  'doctor.file-system.memory':
    'Le dossier des données est en mémoire ({name}) : il disparaît au redémarrage',
  'doctor.file-system.network':
    'Le dossier des données est sur un système de fichiers en réseau ({name}) : verrous et synchronisations peuvent ne pas tenir',
  'doctor.file-system.layer':
    'Le dossier des données est dans une couche de conteneur ({name}) : il part avec le conteneur',
  'doctor.file-system.advice':
    'Pour des données réelles, placez WEFT_DATA sur un disque local ou un volume monté.',
  'doctor.sync': 'Le disque confirme une écriture en {milliseconds} ms',
  'doctor.sync.advice':
    'Chaque validation l’attend. Un disque plus rapide, ou un serveur PostgreSQL, accélère Weft.',
  'doctor.keys.ok': 'Clés : {count}, lisibles par leur seul propriétaire',
  'doctor.keys.none-yet': 'Pas encore de clés : le premier démarrage les fait dans {folder}',
  'doctor.keys.no-key': 'Le dossier {folder} ne contient pas de clé qui signe',
  'doctor.keys.no-key.advice':
    'Remettez les clés depuis la sauvegarde avant le prochain démarrage, sinon il en fera une nouvelle.',
  'doctor.keys.open': 'D’autres peuvent lire ces clés : {names}',
  'doctor.keys.open.advice': 'Fermez-les : chmod 600 {folder}/*',
  'doctor.database.ok': 'Base de données : {engine}, PostgreSQL {version}',
  'doctor.database.none-yet': 'Pas encore de base de données : le premier démarrage la crée',
  'doctor.database.in-use': 'La base est ouverte par un Weft en marche et n’a pas été examinée',
  'doctor.database.in-use.advice':
    'Il démarre ou ne répond plus. Réessayez dans une minute, ou arrêtez-le pour que la base soit examinée.',
  'doctor.database.failed': 'La base de données ne s’ouvre pas : {detail}',
  'doctor.database.failed.advice': 'Vérifiez DATABASE_URL, ou WEFT_DATA pour la base intégrée.',
  'doctor.collation': 'Tri : {collate}, {ctype}, {encoding}',
  'doctor.collation.advice':
    'Une base pour Weft se crée ainsi : createdb --template=template0 --encoding=UTF8 --lc-collate=C --lc-ctype=C.UTF-8 NOM',
  'doctor.migrations.ok': 'Tables à jour ({count})',
  'doctor.migrations.missing':
    'Les tables sont plus anciennes que ce programme : {count} étapes à faire',
  'doctor.migrations.advice':
    'Faites une sauvegarde, puis « weft migrate » ; « weft start » le fait aussi.',
  'doctor.chronicle.ok': 'La fin de la chronique est intacte ({entries} écritures examinées)',
  'doctor.chronicle.advice':
    'Conservez cet état, lancez « weft chronicle verify » avec un point de contrôle gardé ailleurs, et comparez avec une sauvegarde.',
  'doctor.files.disk': 'Les fichiers déposés sont dans le dossier des données',
  'doctor.files.s3-failed':
    'Le stockage compatible S3 ne répond pas comme il faut (compartiment {bucket}) : {detail}',
  'doctor.mail.demonstration': 'En démonstration aucun courriel ne part',
  'doctor.mail.none': 'Aucun serveur de courrier n’est indiqué : aucun courriel ne part',
  'doctor.mail.ok': 'Le serveur de courrier répond ({place})',
  'doctor.mail.odd': 'Ce qui répond à {place} n’est pas un serveur de courrier',
  'doctor.mail.failed': 'Le serveur de courrier à {place} ne répond pas ({detail})',
  'doctor.mail.advice':
    'Vérifiez WEFT_SMTP_URL et le pare-feu. Les courriels attendent et sont retentés pendant deux jours.',
} satisfies Record<keyof typeof en, string>
