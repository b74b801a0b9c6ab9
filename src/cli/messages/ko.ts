import doctor from './doctor.ko.ts'
import jobs from './jobs.ko.ts'
import receiveMail from './receive-mail.ko.ts'
import type en from './en.ts'

export default {
  ...doctor,
  ...jobs,
  ...receiveMail,
  plain: '{text}',
  'help.what': 'Weft: 교류, 학점 인정, 공동 활동을 위한 연합의 플랫폼입니다.',
  'help.usage': '사용법:',
  'help.command-word': '명령 [옵션]',
  'help.more': '명령 하나를 자세히 보려면: weft help 명령',
  'help.exit-codes':
    '종료 코드: 0 완료, 1 문제 발견, 2 잘못된 사용, 3 거부됨, 70 Weft 자체의 오류, 78 설정 오류.',
  'option.json': '표준 출력에 JSON 객체 하나로 답합니다.',
  'option.demonstration': '가상의 인물만 있는 시연 모드로 작업합니다.',
  'option.help': '이 도움말을 보여 줍니다.',
  'usage.unknown': '"{name}" 명령은 없습니다.',
  'usage.unknown-guess': '"{name}" 명령은 없습니다. "{guess}" 명령을 찾으셨나요?',
  'usage.incomplete': '"{name}" 다음에 단어가 하나 더 필요합니다. 가능한 명령: {names}.',
  'usage.missing': '빠진 것이 있습니다. 이 명령의 형식: {usage}',
  'usage.too-many': '"{word}"은(는) 필요하지 않습니다.',
  'usage.unknown-option': '"{option}" 옵션은 없습니다.',
  'usage.unknown-option-guess': '"{option}" 옵션은 없습니다. "{guess}" 옵션을 찾으셨나요?',
  'usage.option-value':
    '"{option}" 옵션의 사용이 잘못되었습니다. 값을 받는 옵션에는 값이 필요하고, 받지 않는 옵션에는 값을 줄 수 없습니다.',
  'usage.see': '참고: weft help',
  'usage.see-command': '참고: weft help {name}',
  'failure.configuration': '설정을 사용할 수 없습니다:',
  'failure.variable': '  {variable}: {message}',
  'failure.folder-in-use':
    '{folder}의 데이터베이스가 다른 프로세스에서 열려 있습니다. 먼저 그 프로세스를 멈추거나, WEFT_DATA로 다른 폴더를 지정하거나, 둘 다 하나의 PostgreSQL 서버(DATABASE_URL)를 쓰게 하십시오.',
  'failure.migration':
    '테이블을 최신 상태로 만들지 못했습니다. 중간에 멈춘 것은 없습니다. {detail}',
  'failure.backup': '백업 또는 복원을 하지 못했습니다. {detail}',
  'failure.database-sign-in':
    'PostgreSQL 서버가 DATABASE_URL의 사용자 또는 비밀번호를 거부했습니다.',
  'failure.database-missing':
    'DATABASE_URL의 데이터베이스가 없습니다. 만들려면: createdb --template=template0 --encoding=UTF8 --lc-collate=C --lc-ctype=C.UTF-8 이름',
  'failure.database-full':
    'PostgreSQL 서버에 남은 연결이 없습니다. WEFT_POOL_SIZE를 낮추거나 max_connections를 높이십시오.',
  'failure.unreachable':
    '데이터베이스 서버 또는 다른 서비스에 연결할 수 없습니다({detail}). 주소와 실행 여부를 확인하십시오.',
  'failure.no-right': '파일이나 폴더를 읽거나 쓸 권한이 없습니다. {detail}',
  'failure.disk-full': '디스크가 가득 찼습니다. 공간을 확보한 뒤 다시 시도하십시오.',
  'failure.bug': 'Weft 자체의 오류입니다. 위의 내용이 원인을 찾는 데 도움이 됩니다.',
  'variable.WEFT_MODE': '"production" 또는 "demonstration"으로 설정하십시오',
  'variable.PORT': '0에서 65535 사이의 포트를 지정하십시오',
  'variable.WEFT_ORIGIN':
    '사용자가 접속하는 주소를 경로 없이 지정하십시오. 예: https://weft.example.org (시험 삼아 쓰려면 대신 --demonstration을 붙이십시오)',
  'variable.WEFT_BEHIND_PROXY': '자체 프록시가 X-Forwarded-For를 설정하면 1, 아니면 0으로 하십시오',
  'variable.DATABASE_URL':
    'postgres://user:password@host:5432/weft 형식의 주소를 지정하거나, 내장 데이터베이스를 쓰려면 비워 두십시오',
  'variable.WEFT_POOL_SIZE': '1에서 200 사이의 연결 수를 지정하십시오',
  'variable.WEFT_SMTP_URL':
    'smtps://user:password@mail.example.org:465 와 같은 메일 서버 주소를 지정하십시오. 없으면 메일이 나가지 않습니다',
  'variable.WEFT_S3_ENDPOINT': 'S3 호환 저장소의 주소와, 버킷을 읽고 쓸 수 있는 키를 지정하십시오',
  'variable.WEFT_S3_BUCKET':
    'WEFT_S3_ENDPOINT와 함께 WEFT_S3_BUCKET, WEFT_S3_ACCESS_KEY_ID, WEFT_S3_SECRET_ACCESS_KEY를 지정하십시오',
  'variable.WEFT_OIDC':
    '"id", "name", "issuer", "clientId", "clientSecret"이 있는 객체의 JSON 목록을 지정하십시오',
  'variable.WEFT_REQUESTS_PER_MINUTE': '숫자를 지정하십시오. 0이면 제한하지 않습니다',
  'variable.WEFT_METRICS_TOKEN':
    '임의의 문자 16자 이상을 지정하거나, 이 컴퓨터에서만 지표를 읽게 하려면 비워 두십시오',
  'variable.WEFT_SECRET':
    '임의의 문자 32자 이상을 지정하거나, 데이터 폴더에 자동으로 만들게 하려면 비워 두십시오',
  'variable.WEFT_PREVIOUS_SECRETS':
    'WEFT_SECRET의 이전 값을 각각 32자 이상으로, 쉼표로 구분해 지정하십시오',
  'variable.WEFT_JOBS': '1로 설정하고, 요청에만 답하는 프로세스는 0으로 하십시오',
  'variable.other': '이 값은 사용할 수 없습니다. 가능한 값은 docs/operating.md에 있습니다',
  'mode.demonstration': '시연',
  'mode.production': '운영',
  'mode.real-data':
    '이 데이터베이스에는 실제 인물이 있습니다. 누구나 누구로든 로그인하는 시연 모드로는 열 수 없습니다. --demonstration을 빼거나, WEFT_DATA로 시연용 폴더를 따로 지정하십시오.',
  'mode.invented-data':
    '이 데이터베이스에는 시연용 가상 인물이 있습니다. --demonstration으로 시작하거나, 운영용 폴더나 데이터베이스를 따로 지정하십시오.',
  'start.summary': '사이트를 열고 멈추라고 할 때까지 운영합니다.',
  'start.option.port': 'PORT 대신 이 포트에서 기다립니다.',
  'start.port-taken':
    '포트 {port}은(는) 다른 프로그램이 쓰고 있습니다. 그 프로그램을 멈추거나 다른 포트를 고르십시오: --port 번호',
  'start.cannot-listen':
    'Weft가 {host}의 포트 {port}에서 기다릴 수 없습니다. 1024 미만의 포트에는 특별한 권한이 필요하고, WEFT_HOST는 이 컴퓨터의 주소여야 합니다.',
  'start.ready': 'Weft가 준비되었습니다: {address}',
  'start.how-to-sign-in':
    '로그인하려면 주소를 열고 "로그인"을 고른 뒤 가상의 인물 한 명을 누르십시오. 모든 내용은 시연용입니다.',
  'start.how-to-stop': 'Ctrl+C를 누르면 멈춥니다.',
  'step.opening': '데이터베이스를 여는 중({place})',
  'step.tables': '테이블을 최신 상태로 만드는 중({total}단계)',
  'step.migrating': '테이블: {migration}',
  'step.seeding-stopped':
    '시연 자료를 모두 불러오지 못하고 {module}에서 멈췄습니다. 다시 시작하면 그 지점부터 이어지며 중복해서 불러오지 않습니다.',
  'step.seeding': '시연 자료를 불러오는 중: {module}',
  'step.assets': '페이지, 글꼴, 문서를 준비하는 중',
  'migrate.summary': '데이터베이스의 테이블을 최신 상태로 만듭니다.',
  'migrate.done': '테이블이 최신 상태입니다. 이번에 {applied}개, 이전에 {before}개를 적용했습니다.',
  'migrate.orphaned':
    '{migration}은(는) 예전에 적용되었으나 그 모듈이 이제 없습니다. 테이블은 남습니다.',
  'seed.summary': '시연용 연합 자료를 불러옵니다. 이미 있는 것은 그대로 둡니다.',
  'seed.production': '시연 자료는 시연 모드에서만 불러옵니다. --demonstration을 붙이십시오.',
  'seed.done': '시연 자료를 불러왔습니다: {modules}',
  'verify.summary': '연대기의 기록이 바뀌거나 지워지거나 끼워 넣어지지 않았음을 증명합니다.',
  'verify.option.checkpoint': '다른 곳에 보관한 확인 지점과 비교합니다.',
  'verify.counts':
    '봉인된 기록: {entries}. 서명된 확인 지점: {checkpoints}. 삭제된 개인정보: {erased}. 봉인 대기: {waiting}.',
  'verify.whole': '연대기가 온전합니다.',
  'verify.fault': '연대기가 온전하지 않습니다. 위치 {position}: {fault}.',
  'verify.no-keys':
    '{folder}에 키가 없습니다. 키가 없으면 확인 지점을 증명할 수 없습니다. 백업에서 되돌려 놓으십시오.',
  'verify.no-checkpoint': '{file}은(는) 연대기의 확인 지점이 아니거나 읽을 수 없습니다.',
  'fault.missing-position': '위치가 빠져 있음',
  'fault.missing-entry': '기록이 없음',
  'fault.wrong-previous-hash': '앞의 기록과 이어지지 않음',
  'fault.wrong-hash': '기록이 변경됨',
  'fault.wrong-personal-value': '개인정보가 변경됨',
  'fault.wrong-checkpoint': '서명된 내용과 다름',
  'fault.unknown-signature': '알려진 키의 서명이 아님',
  'fault.cut-off': '끝부분이 잘려 나감',
  'fault.lost-entry': '봉인에서 빠진 기록이 있음',
  'checkpoint.summary': '연대기의 끝에 서명하여 다른 곳에 증거로 보관하게 합니다.',
  'checkpoint.empty': '연대기에 아직 기록이 없습니다.',
  'checkpoint.written':
    '위치 {position}의 확인 지점을 {file}에 썼습니다. 다른 컴퓨터에 보관하십시오.',
  'rotate.summary': '확인 지점에 서명할 새 키를 만듭니다. 이전 키는 증명용으로 남습니다.',
  'rotate.done': '다음 시작부터 키 {keyId}로 확인 지점에 서명합니다. 지금 백업하십시오.',
  'appoint.summary': '이 컴퓨터에서 사무국의 첫 담당자 등을 임명하고 로그인 링크를 보여 줍니다.',
  'appoint.option.role': '역할. 예: secretariat 또는 administrator.',
  'appoint.option.name': '아직 등록되지 않은 사람의 이름.',
  'appoint.option.organisation': '기관의 ID 또는 약칭. 사무국에는 없습니다.',
  'appoint.no-role':
    '역할을 지정하십시오: --role secretariat 또는 --role administrator --organisation ID',
  'appoint.no-organisation': 'ID나 약칭이 {organisation}인 기관이 없습니다.',
  'appoint.done': '{email}을(를) 임명했습니다: {role}.',
  'appoint.already': '{email}은(는) 이미 이 직책을 맡고 있습니다: {role}.',
  'appoint.link': '이 링크로 15분 안에 한 번 로그인할 수 있습니다:',
  'backup.summary': '데이터베이스, 파일, 키를 하나의 파일로 백업합니다.',
  'backup.option.without-keys': '키를 빼고 백업합니다. 키는 따로 보관해야 합니다.',
  'backup.files': '파일',
  'backup.file-exists': '{file}이(가) 이미 있습니다. 다른 이름을 지정하십시오.',
  'backup.done': '백업이 완료되었습니다: {file}, {megabytes}MiB, 파일 {files}개.',
  'backup.files-in-s3':
    '업로드된 파일은 S3 호환 저장소에 있으며 이 백업에 없습니다. 버전 관리를 켜거나 버킷을 복사하십시오.',
  'backup.keys-inside': '이 노드의 키가 들어 있습니다. 본인만 읽을 수 있는 곳에 보관하십시오.',
  'backup.keys-outside':
    '키가 들어 있지 않습니다. 키가 없으면 복원 후 2단계 인증으로 로그인할 수 없고 확인 지점도 증명할 수 없습니다.',
  'backup.server-ended':
    '실행 중인 서버가 백업을 마치기 전에 끝났습니다. 남은 것은 없습니다. 다시 시도하십시오.',
  'restore.summary': '빈 데이터 폴더에 백업을 복원하고 온전한지 증명합니다.',
  'restore.files': '파일',
  'restore.no-file': '{file} 파일이 없습니다.',
  'restore.damaged':
    '{file}이(가) 손상되어 복원하지 않았습니다({detail}). 다른 백업을 사용하십시오.',
  'restore.not-a-backup': '{file}은(는) Weft의 백업이 아닙니다.',
  'restore.newer-format':
    '{file}은(는) 더 새로운 Weft({version})가 만들었습니다. 그 버전으로 복원하십시오.',
  'restore.wants-server':
    'PostgreSQL 서버의 백업입니다. DATABASE_URL을 빈 데이터베이스로 설정하고 다시 복원하십시오.',
  'restore.wants-folder':
    '내장 데이터베이스의 백업입니다. DATABASE_URL을 해제하고 데이터 폴더에 복원하십시오.',
  'restore.not-empty':
    '{folder}이(가) 비어 있지 않습니다. WEFT_DATA로 빈 폴더를 지정해 복원하십시오.',
  'restore.was-cut-off':
    '{folder}에 복원하던 중 중단되어 자료가 일부만 있습니다. "weft restore 파일"을 다시 실행하면 처음부터 시작합니다.',
  'restore.done':
    '{taken, date, medium} {taken, time, short} 시점으로 복원했습니다: 파일 {files}개.',
  'restore.sign-ins':
    '처음 시작할 때 모든 로그인과 액세스 토큰을 종료합니다. 백업은 그 뒤에 무엇이 종료되었는지 알지 못하기 때문입니다.',
  'restore.files-in-s3': '업로드된 파일은 백업에 없습니다. S3 호환 저장소에 있어야 합니다.',
  'restore.no-keys': '백업에 키가 없습니다. 다음 시작 전에 보관한 키를 "keys" 폴더에 넣으십시오.',
  'restore.chronicle-whole': '연대기가 온전합니다. 기록 {entries}건을 증명했습니다.',
  'restore.missing-files': '데이터베이스에는 있으나 저장소에 없는 파일이 {count}개 있습니다.',
  'doctor.summary': '컴퓨터와 자료를 살펴보고 할 일을 알려 줍니다. 아무것도 바꾸지 않습니다.',
  'doctor.line.ok': '✓ {says}',
  'doctor.line.warning': '! {says}',
  'doctor.line.problem': '✗ {says}',
  'doctor.line.advice': '    → {advice}',
  'doctor.counts': '정상: {ok}. 경고: {warnings}. 문제: {problems}.',
  'doctor.configuration.ok': '설정: {mode}',
  'doctor.configuration.wrong': '설정: {variable}을(를) 사용할 수 없음',
  'doctor.node': 'Node 버전 {version}',
  'doctor.node.advice':
    'Node {wanted}이(가) 필요합니다. 함께 설치된 Node를 쓰는 npm이나 scripts/weft.mjs로 Weft를 실행하십시오.',
  'doctor.memory': '메모리: {megabytes}MiB',
  'doctor.memory.advice': '{least}MiB 이상을 권장합니다.',
  'doctor.clock': '시계: {time}',
  'doctor.server-clock': '이 컴퓨터와 데이터베이스 서버의 시계 차이: {seconds}초',
  'doctor.clock.advice':
    '시계를 맞추고 동기화(NTP)를 켜십시오. 기한, 로그인, 연대기가 시계에 달려 있습니다.',
  'doctor.languages': '다섯 언어(ICU {version})',
  'doctor.languages.missing': '이 Node는 다섯 언어를 모두 알지 못함',
  'doctor.time-zones': '시간대({version})',
  'doctor.time-zones.missing': '이 Node에 시간대 자료가 없음',
  'doctor.reinstall.advice': '패키지를 다시 설치하십시오: npm ci',
  'doctor.fonts': '문서용 글꼴',
  'doctor.fonts.missing': '글꼴이 없음: {names}',
  'doctor.packages': '그림, 문서, 스타일을 만들 수 있음',
  'doctor.packages.missing': '패키지를 불러올 수 없음: {names}',
  'doctor.folder.ok': '데이터 폴더: {folder}',
  'doctor.folder.new': '데이터 폴더: {folder}(처음 시작할 때 만듦)',
  'doctor.folder.read-only': '{folder}에 쓸 수 없음',
  'doctor.folder.read-only.advice':
    'Weft를 실행하는 사용자에게 쓰기 권한을 주거나 WEFT_DATA로 다른 폴더를 지정하십시오.',
  'doctor.folder.open': '이 컴퓨터의 다른 사용자가 {folder}을(를) 볼 수 있음',
  'doctor.folder.open.advice': '권한을 닫으십시오: chmod 700 {folder}',
  'doctor.folder.cut-off.advice': '"weft restore 파일"을 다시 실행하십시오.',
  'doctor.room': '남은 공간: {megabytes}MiB',
  'doctor.room.advice': '공간을 확보하십시오. 부족하면 데이터베이스가 더 받지 못합니다.',
  'doctor.file-system.ok': '데이터 폴더의 파일 시스템이 기록을 보존함',
  'doctor.file-system.memory': '데이터 폴더가 메모리에 있음({name}): 재시작하면 사라짐',
  'doctor.file-system.network':
    '데이터 폴더가 네트워크 파일 시스템에 있음({name}): 잠금과 동기화가 보장되지 않음',
  'doctor.file-system.layer': '데이터 폴더가 컨테이너 계층에 있음({name}): 컨테이너와 함께 사라짐',
  'doctor.file-system.advice': '실제 자료라면 WEFT_DATA를 로컬 디스크나 마운트된 볼륨에 두십시오.',
  'doctor.sync': '디스크가 쓰기를 {milliseconds}ms 만에 확인함',
  'doctor.sync.advice':
    '모든 커밋이 이를 기다립니다. 더 빠른 디스크나 PostgreSQL 서버를 쓰면 빨라집니다.',
  'doctor.keys.ok': '키: {count}개, 소유자만 읽을 수 있음',
  'doctor.keys.none-yet': '아직 키가 없음: 처음 시작할 때 {folder}에 만듦',
  'doctor.keys.no-key': '{folder}에 서명용 키가 없음',
  'doctor.keys.no-key.advice':
    '다음 시작 전에 백업에서 키를 되돌려 놓으십시오. 그러지 않으면 새로 만듭니다.',
  'doctor.keys.open': '다른 사람이 읽을 수 있는 키: {names}',
  'doctor.keys.open.advice': '권한을 닫으십시오: chmod 600 {folder}/*',
  'doctor.database.ok': '데이터베이스: {engine}, PostgreSQL {version}',
  'doctor.database.none-yet': '아직 데이터베이스가 없음: 처음 시작할 때 만듦',
  'doctor.database.in-use': '실행 중인 Weft가 데이터베이스를 열고 있어 살펴보지 않음',
  'doctor.database.in-use.advice':
    '시작하는 중이거나 응답하지 않습니다. 1분 뒤에 다시 시도하거나, 데이터베이스를 살펴보려면 먼저 멈추십시오.',
  'doctor.database.failed': '데이터베이스를 열 수 없음: {detail}',
  'doctor.database.failed.advice':
    'DATABASE_URL을, 내장 데이터베이스라면 WEFT_DATA를 확인하십시오.',
  'doctor.collation': '정렬: {collate}, {ctype}, {encoding}',
  'doctor.collation.advice':
    'Weft용 데이터베이스는 이렇게 만듭니다: createdb --template=template0 --encoding=UTF8 --lc-collate=C --lc-ctype=C.UTF-8 이름',
  'doctor.migrations.ok': '테이블이 최신 상태({count})',
  'doctor.migrations.missing': '테이블이 이 프로그램보다 오래됨: {count}단계 남음',
  'doctor.migrations.advice':
    '백업한 뒤 "weft migrate"를 실행하십시오. "weft start"도 같은 일을 합니다.',
  'doctor.chronicle.ok': '연대기의 끝부분이 온전함(기록 {entries}건 확인)',
  'doctor.chronicle.advice':
    '현 상태를 보존하고, 다른 곳에 둔 확인 지점으로 "weft chronicle verify"를 실행한 뒤 백업과 비교하십시오.',
  'doctor.files.disk': '업로드된 파일은 데이터 폴더에 보관됨',
  'doctor.files.s3-failed': 'S3 호환 저장소의 응답이 이상함(버킷 {bucket}): {detail}',
  'doctor.mail.demonstration': '시연 모드에서는 메일이 나가지 않음',
  'doctor.mail.none': '메일 서버가 지정되지 않음: 메일이 나가지 않음',
  'doctor.mail.ok': '메일 서버가 응답함({place})',
  'doctor.mail.odd': '{place}에서 응답한 것은 메일 서버가 아님',
  'doctor.mail.failed': '{place}의 메일 서버가 응답하지 않음({detail})',
  'doctor.mail.advice':
    'WEFT_SMTP_URL과 방화벽을 확인하십시오. 메일은 이틀 동안 기다리며 다시 시도됩니다.',
} satisfies Record<keyof typeof en, string>
