import type en from './methods.en.ts'

export default {
  'command.method': '매칭 방법. 생략하면 지원자가 차례로 신청하고 동순위는 추첨으로 정합니다',
  'command.no-method': '그런 방법이 없습니다. 방법: {names}.',
  'command.method-usage':
    '{name} 방법에는 표 {count, number}개와 --seed 글, --out 파일이 필요합니다.',
  'input.applicant-twice': '{name} 항목이 지원자표에 두 번 이상 있습니다.',
  'input.place-twice': '{name} 항목이 자리표에 두 번 이상 있습니다.',
  'input.unknown-place': '{of} 지원자가 희망한 {name} 항목이 자리표에 없습니다.',
  'input.unknown-applicant': '{of} 항목이 순위에 올린 {name} 항목이 지원자표에 없습니다.',
  'input.chosen-twice': '{of} 지원자가 {name} 항목을 두 번 적었습니다.',
  'input.list-long':
    '{of} 지원자가 {name}곳을 적었습니다. 최대 1,000곳까지 적을 수 있으니 목록을 줄이세요.',
  'input.ranked-twice': '{of} 항목이 {name} 항목을 순위에 두 번 적었습니다.',
  'input.seats': '{of} 자리의 정원은 1에서 1,000,000 사이의 정수여야 합니다.',
  'ties.proved':
    '증명됨: 서로를 확실히 더 원하는 지원자와 자리의 쌍이 없으며, 그러한 어떤 결과도 이 결과의 1.5배를 넘는 인원을 배정하지 못합니다. 동순위를 추첨으로 가르지 않으므로 솔직한 희망이 언제나 유리하다고 보장하지는 않습니다.',
  'ties.small':
    '증명되지 않음: 자리가 없는 사람에게 넘길 수 있는 자리를 {count, number}명이 차지하고 있고, 그만큼 좋은 다른 자리가 비어 있습니다. 결과가 약속한 인원보다 적을 수 있습니다.',
  'ties.placed':
    '{applicant} 지원자는 {choice, number}번째 희망 묶음의 {place} 자리에 배정되었습니다. 앞선 묶음의 자리는 모두 순위가 더 높거나 같은 지원자로 찼습니다.',
  'ties.as-good':
    '{applicant} 지원자는 {has} 자리에 배정되었으며, {place} 자리와 같은 {choice, number}번째 묶음이므로 똑같이 원한 것입니다.',
  'ties.equal':
    '{place} 자리의 정원은 {seats, number}명입니다. {applicant} 지원자는 마지막 합격자와 같은 순위({rank, number}번째 묶음)입니다. 동순위에서는 더 많은 사람이 배정되도록 하고, 그다음 추첨으로 정합니다.',
  'reserves.categories': '한 차수에는 할당 범주를 {most, number}개까지 둘 수 있습니다.',
  'reserves.too-many': '{place} 자리의 할당 인원이 정원보다 많습니다.',
  'reserves.twice': '{place} 자리에 {category} 할당이 두 번 있습니다.',
  'reserves.seats':
    '{place} 자리의 {category} 할당은 1 이상의 정수여야 합니다. “10; TH 2; KR 3”처럼 적어 주십시오.',
  'reserves.proved':
    '증명됨: 할당석과 일반석에 관한 자리의 규칙에 따라 뽑힐 수 있으면서 그 자리를 더 원하는 지원자가 없습니다. 채워지지 않은 할당석은 모두에게 열렸습니다.',
  'proved.best': '증명됨: 어느 지원자에게 더 원하는 자리를 주는 이러한 다른 결과가 없습니다.',
  'reserves.placed':
    '{applicant} 지원자는 {choice, number}지망인 {place} 자리에 배정되었습니다. 앞선 지망은 할당석과 일반석 어느 쪽으로도 {applicant} 지원자를 뽑지 않습니다.',
  'reserves.outranked':
    '{place} 자리의 정원은 {seats, number}명입니다. 일반석은 {last, number}위까지 배정되었고 {applicant} 지원자는 {rank, number}위입니다(동순위는 추첨).',
  'reserves.own':
    '그중 {seats, number}석은 이 지원자가 속한 {category} 할당석이며 {last, number}위까지 배정되었습니다.',
  'reserves.other':
    '그중 {seats, number}석은 {category} 할당석이므로 {last, number}위까지 배정되었습니다.',
  'input.unknown-host': '{of} 과제가 속한 {name} 항목이 수용처표에 없습니다.',
  'shared.proved':
    '증명됨: 과제와 수용처의 정원을 지켰으며, 지원자와 과제와 수용처가 모두 바꾸기를 원하는 경우가 없습니다.',
  'shared.placed':
    '{applicant} 지원자는 {choice, number}지망인 {place} 과제에 배정되었습니다. 앞선 지망은 모두 과제나 수용처가 순위가 더 높은 지원자로 찼습니다.',
  'shared.project-full':
    '{place} 과제의 정원 {seats, number}명은 모두 {host} 수용처가 더 높게 매긴 지원자로 찼습니다({last, number}위까지). {applicant} 지원자는 {rank, number}위입니다(동순위는 추첨).',
  'shared.host-full':
    '{place} 과제에는 자리가 있으나 {host} 수용처는 모든 과제를 합해 {seats, number}명만 받으며, 모두 순위가 더 높은 지원자입니다({last, number}위까지). {applicant} 지원자는 {rank, number}위입니다(동순위는 추첨).',
  'one-sided.ranked':
    '{place} 자리가 지원자의 순위를 매겼으나 이 방법은 지원자의 희망만 봅니다. 순위를 빼거나 다른 방법을 고르십시오.',
  'one-sided.not-best':
    '증명되지 않음: 자리의 잠재 가격이 이 결과가 전체에게 최선임을 보이지 못합니다.',
  'rank-maximal.proved':
    '증명됨: 1지망을 더 많이 주는 결과는 없고, 1지망 수가 같은 결과 가운데 2지망을 더 많이 주는 결과도 없으며, 그다음도 같습니다. 이 방법에서는 솔직하지 않은 희망이 유리할 수 있습니다.',
  'rank-maximal.fewer':
    '{applicant} 지원자가 {place} 자리를 얻으면 앞선 지망의 수가 기껏해야 같고 {choice, number}지망을 얻는 사람이 전체에서 적어도 {count, number}명 줄어듭니다. 계산해 확인했습니다.',
  'fair.proved':
    '증명됨: 자리가 없는 사람이 더 적은 결과는 없고, 그 수가 같은 결과 가운데 마지막 지망을 얻는 사람이 더 적은 결과도 없으며, 그 앞 지망도 같습니다. 이 방법에서는 솔직하지 않은 희망이 유리할 수 있습니다.',
  'fair.unplaced':
    '{applicant} 지원자가 {place} 자리를 얻으면 자리가 없는 사람이 적어도 {count, number}명 늘어납니다. 계산해 확인했습니다.',
  'fair.more':
    '{applicant} 지원자가 {place} 자리를 얻으면 더 불리한 사람들은 나아지지 않은 채 {choice, number}지망에 그치는 사람이 전체에서 적어도 {count, number}명 늘어납니다. 계산해 확인했습니다.',
  'one-sided.placed':
    '{applicant} 지원자는 {choice, number}지망인 {place} 자리에 배정되었습니다. 전체로 보아 가장 좋은 배정입니다.',
  'one-sided.equal':
    '{applicant} 지원자가 {place} 자리를 얻는 결과도 전체로 보아 똑같이 좋습니다. 똑같이 좋은 결과 가운데서는 추첨 순서로 정했습니다.',
  'repair.unknown': '이 차수에 {name} 항목이 없습니다.',
  'repair.both':
    '{name} 항목은 지원자이면서 자리입니다. --side applicant 또는 --side place로 밝혀 주십시오.',
  'repair.unstable': '고칠 결과가 안정적이지 않습니다. 이 차수를 다시 실행하십시오.',
  'repair.not-forced':
    '증명되지 않음: 이동 목록에 불가피하지 않은 변경이 있어 다른 사람에게 불필요한 영향을 주었을 수 있습니다.',
  'repair.proved-applicant':
    '증명됨: 결과가 다시 안정적이며 아무도 나빠지지 않았습니다. 아무도 나빠지지 않는 안정적인 결과 가운데 더 적은 사람이 바뀌는 것은 없습니다. 바뀐 사람: {count, number}명.',
  'repair.proved-place':
    '증명됨: 결과가 다시 안정적입니다. 남을 밀어내고 올라가는 사람이 없는 안정적인 결과 가운데 더 적은 사람이 바뀌는 것은 없습니다. 바뀐 사람: {count, number}명.',
  'repair.unlike': '고칠 결과가 명단과 맞지 않습니다.',
  'repair.nothing-still':
    '{applicant} 지원자는 여전히 배정되지 않았습니다. 이번 보정으로 {applicant} 지원자에게 주면 전체가 더 나아지는 자리가 비지 않았습니다.',
  'repair.moved-best':
    '{applicant} 지원자는 {from} 자리에서 {has} 자리로 옮깁니다. 빠진 사람을 제외하면 전체로 보아 가장 좋은 결과에 이 이동이 필요합니다.',
  'repair.gained-best': '{applicant} 지원자는 비게 된 {has} 자리를 얻습니다.',
  'repair.lost-best':
    '{applicant} 지원자는 {has} 자리를 잃습니다. 빠진 사람을 제외하면 이 자리를 지키면서 전체로 보아 똑같이 좋은 결과가 없습니다.',
  'repair.proved-best':
    '증명됨: 빠진 사람을 제외하고 전체로 보아 더 나은 결과는 없으며, 똑같이 좋은 결과 가운데 더 적은 사람이 바뀌는 것도 없습니다. 바뀐 사람: {count, number}명.',
  'repair.proved-mentors':
    '멘토의 종류마다 다른 종류를 그대로 두고 증명됨: 멘토가 없는 학생이 더 적은 결과는 없고, 그 가운데 더 적은 학생이 바뀌는 것도 없으며, 다시 그 가운데 비용이 더 적은 것도 없습니다. 바뀐 학생: {count, number}명.',
  'repair.withdrew': '{name} 항목은 빠졌습니다.',
  'repair.kept':
    '{applicant} 지원자는 {has} 자리를 그대로 가집니다. 이번 이탈의 영향을 받지 않았습니다.',
  'repair.still-nothing':
    '{applicant} 지원자는 여전히 자리가 없습니다. 빈자리가 이 지원자까지 내려오지 않았습니다.',
  'repair.moved':
    '{applicant} 지원자는 {from} 자리에서 {has} 자리로 옮깁니다. 연쇄 이동의 {step, number}번째로, 자리가 비었거나 자기 자리를 잃었고 순위가 더 높은 지원자가 없었습니다.',
  'repair.gained':
    '{applicant} 지원자는 {has} 자리를 얻습니다. 연쇄 이동의 {step, number}번째로, 자리가 비었고 그 자리를 더 원하면서 순위가 더 높은 지원자가 없었습니다.',
  'repair.lost':
    '{applicant} 지원자는 {has} 자리를 잃었으며, 희망한 다른 자리도 지금 배정된 사람보다 이 지원자를 더 원하지 않습니다.',
  'compare.changed':
    '{count, plural, =0 {두 실행의 결과가 모두 같습니다.} other {결과가 다른 사람은 #명입니다.}}',
  'compare.up': '본인 희망 기준으로 나아짐: {count, number}명',
  'compare.down': '본인 희망 기준으로 나빠짐: {count, number}명',
  'compare.as-good': '다른 자리이나 똑같이 좋음: {count, number}명',
  'compare.gained': '자리가 없다가 생김: {count, number}명',
  'compare.lost': '자리가 있다가 없어짐: {count, number}명',
  'compare.joined': '두 번째 실행에만 있음: {count, number}명',
  'compare.left': '첫 번째 실행에만 있음: {count, number}명',
  'compare.one': '{applicant}: {before} → {after}',
  'command.repair-usage':
    '사용법: weft match repair 파일 이름 --out 파일(이름은 빠진 지원자나 자리), 또는 weft match compare 파일 파일.',
  'command.side': '이름이 같을 때 빠진 쪽이 지원자인지 자리인지: applicant 또는 place',
  'repair.kind':
    '이 방법에는 가장 적게 바뀐다고 증명된 보정이 없습니다. 빠진 쪽을 명단에서 빼고 같은 방법으로 차수를 다시 실행한 뒤 두 실행을 비교하십시오.',
  'shortage.none': '모든 사람이 희망하고 또 자신을 받아 주는 자리를 얻을 수 있습니다.',
  'shortage.nowhere':
    '{applicant} 지원자가 희망한 자리 가운데 {applicant} 지원자를 받아 주는 곳이 없습니다. 자리를 늘려도 소용없고 희망이나 순위를 더 적어야 합니다.',
  'shortage.bottleneck':
    '{people, number}명은 {places} 자리에서만 받아 주는데 정원이 모두 {seats, number}명이어서 {missing, number}석이 모자랍니다.',
  'shortage.add':
    '나머지 모두가 자리를 얻을 수 있는 가장 작은 증원: {count, number}석({places}). 증명됨: 이보다 적으면 모자랍니다.',
  'shortage.instead': '다른 방법: {count, number}석({places}).',
  'command.shortage-usage':
    '사용법: weft match shortage 지원자표 자리표, 또는 학생표 멘토표 [짝표] --method mentors (두 종류이면 coupled-mentors). 모두가 자리나 멘토를 얻지 못하는 까닭과 어디에 자리를 늘리면 되는지 알려 줍니다.',
  'mentors.twice': '{name} 항목이 표에 두 번 이상 있습니다.',
  'mentors.seats': '{name}: 학생 수는 0에서 1,000,000 사이의 정수여야 합니다.',
  'mentors.kind': '{name}: 멘토 종류에 academic(학술) 또는 industry(산업)를 적어 주십시오.',
  'mentors.unknown': '{name} 항목이 짝 표에는 있으나 사람 표에는 없습니다.',
  'mentors.cost': '{student} – {mentor}: 비용은 0에서 10,000,000 사이의 정수여야 합니다.',
  'mentors.pair-twice': '{student} – {mentor} 짝이 두 번 이상 있습니다.',
  'mentors.languages': '한 차수에는 언어를 {most, number}개까지 쓸 수 있습니다.',
  'mentors.matched':
    '학생 {applicants, number}명 가운데 {matched, number}명이 두 멘토를 얻었고 세 사람이 함께 쓰는 언어가 있습니다.',
  'mentors.proved': '증명됨: 비용은 {cost, number}이며 더 적은 비용의 결과는 없습니다.',
  'mentors.exact':
    '비용은 {cost, number}입니다. 풀이 프로그램 HiGHS는 비용이 더 적은 결과가 없다고 판정했습니다. 그 프로그램 없이 증명된 것: 어떤 결과도 {bound, number}보다 적게 들지 않으므로, 이 증명만으로는 많아야 {gap, number, percent}를 줄일 수 있습니다.',
  'mentors.bounded':
    '비용은 {cost, number}입니다. 증명됨: {bound, number}보다 적은 비용의 결과는 없으므로 줄일 수 있는 폭은 많아야 {gap, number, percent}입니다. 이것이 가장 적은 비용이라고 주장하지는 않습니다.',
  'mentors.no-pair':
    '{applicant} – {place} 짝은 후보에 없습니다. 이해 충돌 등으로 짝 표에 적혀 있지 않습니다.',
  'mentors.has': '{applicant} 학생의 멘토는 {place}이며 비용은 {cost, number}입니다.',
  'mentors.no-language': '{applicant} – {place} 사이에 공통 언어가 없습니다.',
  'mentors.no-trio': '{applicant}, {place}, 다른 멘토 {other} 세 사람이 함께 쓰는 언어가 없습니다.',
  'mentors.full':
    '{place} 멘토는 학생을 {seats, number}명까지 맡으며 이미 찼습니다. {applicant} 학생과의 짝은 비용이 {cost, number}이고, 그 자리 하나의 가치는 전체에 {price, number}입니다.',
  'mentors.dearer':
    '{place} 멘토에게 여유가 있으나 {applicant} 학생과의 짝은 비용이 {cost, number}입니다. 지금의 배정이 전체로 보아 비용이 적거나 다른 공통 언어가 필요했습니다.',
  'couples.uncertified':
    '보증하지 않음: 함께 지원하는 쌍이 있으면 안정적인 결과가 없을 수 있고, 있어도 찾지 못할 수 있습니다. 솔직한 희망이 언제나 유리하지는 않습니다.',
  'couples.stable': '확인됨: 이 결과에는 서로를 더 원하는 단독 지원자나 쌍과 자리가 없습니다.',
  'couples.unstable':
    '이 결과는 안정적이지 않습니다. 단독 지원자와 자리가 {singles, number}건, 쌍과 두 자리가 {couples, number}건 서로를 더 원합니다. 사람이 살펴보아야 합니다.',
  'couples.together':
    '{applicant} 지원자는 {partner} 지원자와 함께 지원했습니다. 공동 희망의 자리 쌍을 둘 다 얻거나 둘 다 얻지 못합니다.',
  'couples.unknown': '{name} 항목이 쌍 표에는 있으나 지원자표에는 없습니다.',
  'couples.own-list':
    '{name} 지원자는 쌍으로도, 단독으로도 희망을 적었습니다. 하나만 남겨 주십시오.',
  'couples.twice': '{name} 지원자가 두 쌍 이상에 있습니다.',
  'input.long':
    '“{text}…” 항목이 너무 깁니다. 이름과 시드는 {longest, number}자까지 쓸 수 있습니다.',
  'input.empty': '이름이나 구분 또는 시드가 비어 있습니다.',
  'command.file-there': '{file} 파일이 이미 있습니다. --out으로 다른 파일을 지정하십시오.',
} satisfies Record<keyof typeof en, string>
