export default {
  'doctor.sync.failed': 'Impossible d’écrire dans {folder} ({detail})',
  'doctor.sync.failed.advice':
    'Libérez de la place ou indiquez un autre dossier dans WEFT_DATA : ici, la base ne peut pas fonctionner.',
  'doctor.files.s3':
    'Le stockage compatible S3 liste, reçoit, rend et supprime les fichiers (compartiment {bucket})',
  'doctor.files.no-bucket': 'Le stockage compatible S3 n’a pas de compartiment {bucket}',
  'doctor.files.rights':
    'La clé du stockage compatible S3 manque de droits dans le compartiment {bucket} : {rights}',
  'doctor.files.advice':
    'Vérifiez WEFT_S3_ENDPOINT et WEFT_S3_BUCKET. La clé doit avoir s3:ListBucket sur le compartiment, et s3:GetObject, s3:PutObject et s3:DeleteObject sur son contenu.',
  'doctor.lasting.ok': 'Le serveur de base de données conserve ce qu’il confirme ({settings})',
  'doctor.lasting.off':
    'Le serveur de base de données peut perdre ce qu’il a confirmé ; désactivés : {settings}',
  'doctor.lasting.advice':
    'Activez ces paramètres dans postgresql.conf, ou pour la base et son rôle (alter database, alter role).',
  'doctor.connections':
    'Connexions : le serveur de base de données en admet {most}, ce processus en prend jusqu’à {pool}',
  'doctor.connections.advice':
    'Augmentez max_connections sur le serveur ou réduisez WEFT_POOL_SIZE : chaque processus a besoin des siennes, et il en faut quelques autres pour les commandes.',
  'doctor.dump': 'Sauvegardes : pg_dump {dump}, serveur {server}',
  'doctor.dump.none': 'Aucune sauvegarde possible ici : pg_dump n’est pas installé',
  'doctor.dump.advice':
    'Installez les programmes clients de PostgreSQL {major} ou d’une version ultérieure.',
  'doctor.running': 'La base est ouverte par un Weft en marche, qui l’a examinée lui-même',
  'doctor.server-ended': 'Le Weft en marche n’a pas répondu à temps, ou s’est arrêté',
  'doctor.running.advice': 'Consultez son journal ; si rien ne bouge, arrêtez-le et redémarrez-le.',
}
