import type { Fault, FaultCode } from '../../contracts/fault.ts';

/** What happened, what was kept, what to do: three short parts of every failure. */
interface FaultWords {
  readonly title: string;
  readonly text: string;
}
type Words = (facts: NonNullable<Fault['facts']>) => FaultWords;

const ko: Record<FaultCode, Words> = {
  cancelled: () => ({ title: '멈췄습니다', text: '바뀐 것은 없습니다.' }),
  offline: () => ({
    title: '연결이 없습니다',
    text: '하던 일은 그대로입니다. 연결되면 다시 해 주세요.',
  }),
  'storage-full': () => ({
    title: '기기에 남은 공간이 없습니다',
    text: '이번 것은 저장하지 않았고 앞의 기록은 그대로입니다. 공간을 비우고 다시 해 주세요.',
  }),
  'storage-refused': () => ({
    title: '브라우저가 저장을 막았습니다',
    text: '이번 것은 저장하지 않았습니다. 일반 창에서 열거나 저장을 허용해 주세요.',
  }),
  'worker-lost': () => ({
    title: '계산이 중간에 끊겼습니다',
    text: '기록은 그대로입니다. 다시 하면 새로 시작합니다.',
  }),
  'gpu-lost': () => ({
    title: '그래픽 장치가 끊겼습니다',
    text: '기록은 그대로입니다. 다시 하면 다른 방식으로 계산합니다.',
  }),
  'model-missing': (f) =>
    f['pack'] === undefined || f['pack'] === 'risk'
      ? {
          title: '위험 모델이 아직 없습니다',
          text: '점수 없이 목록만 보입니다. 모델 화면에서 받아 주세요.',
        }
      : {
          title: '필요한 모델이나 목록이 아직 없습니다',
          text: '이 답을 내지 못합니다. 다른 일은 그대로 할 수 있습니다. 모델 화면에서 받아 주세요.',
        },
  'pack-corrupt': (f) => ({
    title: '받은 파일이 원본과 다릅니다',
    text: `${f['file'] ?? '파일'}의 지문이 맞지 않아 쓰지 않습니다. 앞의 판을 계속 씁니다. 다시 받아 주세요.`,
  }),
  'pack-incomplete': (f) => ({
    title: '팩의 파일이 모자랍니다',
    text: `${f['file'] ?? '파일'}이 없거나 잘렸습니다. 바뀐 것은 없고 앞의 판을 계속 씁니다. 다시 받거나 팩의 파일을 모두 고르세요.`,
  }),
  'pack-unsupported': (f) =>
    f['reason'] === 'reused'
      ? {
          title: '같은 번호의 다른 판입니다',
          text: `${f['version'] ?? ''} 판은 이미 있고 내용이 다릅니다. 번호를 올린 판만 받습니다. 앞의 판을 계속 씁니다.`,
        }
      : {
          title: '이 앱이 모르는 형식입니다',
          text: '앱을 새 판으로 바꾼 뒤 다시 받아 주세요. 앞의 판을 계속 씁니다.',
        },
  'pack-busy': () => ({
    title: '같은 것의 다른 판을 바꾸는 중입니다',
    text: '이번 것은 넣지 않았고 바뀐 것은 없습니다. 끝난 뒤에 다시 해 주세요.',
  }),
  'self-test-failed': () => ({
    title: '이 기기에서 자체 시험을 통과하지 못했습니다',
    text: '새 판을 쓰지 않고 앞의 판을 계속 씁니다. 관리자에게 알려 주세요.',
  }),
  'file-empty': () => ({
    title: '빈 파일입니다',
    text: '바뀐 것은 없습니다. 다른 파일을 골라 주세요.',
  }),
  'file-too-large': (f) => ({
    title: '파일이 너무 큽니다',
    text: `한 번에 ${f['limitMegabytes'] ?? ''} MB까지 읽습니다. 바뀐 것은 없습니다. 기간을 나누어 내보내 주세요.`,
  }),
  'file-not-a-table': () => ({
    title: '파일을 읽지 못했습니다',
    text: '표가 아닌 파일입니다. 바뀐 것은 없습니다. 첫 줄에 항목 이름이 있는 CSV나 XLSX를 고르세요.',
  }),
  'file-unreadable': () => ({
    title: '파일을 열지 못했습니다',
    text: '파일이 옮겨졌거나 망가졌습니다. 바뀐 것은 없습니다. 다시 골라 주세요.',
  }),
  'file-already-imported': (f) => ({
    title: '이미 가져온 파일입니다',
    text: `‘${f['name'] ?? ''}’와 내용이 같습니다. 바뀐 것은 없습니다.`,
  }),
  'header-unknown': () => ({
    title: '필요한 항목을 찾지 못했습니다',
    text: '바뀐 것은 없습니다. 항목을 직접 짝지어 주세요.',
  }),
  'ids-repeated': (f) => ({
    title: '신고번호가 되풀이됩니다',
    text: `신고번호 ${f['count'] ?? ''}개가 두 번 이상 나옵니다: ${f['ids'] ?? ''}. 바뀐 것은 없습니다. 파일을 고쳐 다시 가져오세요.`,
  }),
  'ids-known': (f) => ({
    title: '이미 있는 신고가 들어 있습니다',
    text: `${f['count'] ?? ''}건은 이 기기에 이미 있습니다. 바뀐 것은 없습니다. 새 것만 가져올 수 있습니다.`,
  }),
  'no-good-rows': () => ({
    title: '쓸 수 있는 줄이 없습니다',
    text: '모든 줄에 오류가 있어 가져오지 않았습니다. 오류를 보고 항목 짝을 확인해 주세요.',
  }),
  'not-found': () => ({
    title: '찾지 못했습니다',
    text: '이 기기에 없는 신고입니다.',
  }),
};

const en: Record<FaultCode, Words> = {
  cancelled: () => ({ title: 'Stopped', text: 'Nothing was changed.' }),
  offline: () => ({
    title: 'No network',
    text: 'Your work is as it was. Try again when there is a network.',
  }),
  'storage-full': () => ({
    title: 'No space left on this device',
    text: 'This was not saved; earlier records are untouched. Free some space and try again.',
  }),
  'storage-refused': () => ({
    title: 'The browser refused to store',
    text: 'This was not saved. Use a normal window or allow storage.',
  }),
  'worker-lost': () => ({
    title: 'The calculation broke off',
    text: 'Records are untouched. Trying again starts afresh.',
  }),
  'gpu-lost': () => ({
    title: 'The graphics device was lost',
    text: 'Records are untouched. Trying again calculates another way.',
  }),
  'model-missing': (f) =>
    f['pack'] === undefined || f['pack'] === 'risk'
      ? {
          title: 'There is no risk model yet',
          text: 'The list is shown without scores. Get the model on the Packs screen.',
        }
      : {
          title: 'The model or list this needs is not here yet',
          text: 'This answer cannot be given; all other work goes on. Get it on the Packs screen.',
        },
  'pack-corrupt': (f) => ({
    title: 'What arrived differs from the original',
    text: `The fingerprint of ${f['file'] ?? 'a file'} does not match, so it is not used. The version before stays in use. Download again.`,
  }),
  'pack-incomplete': (f) => ({
    title: 'Files of the pack are missing',
    text: `${f['file'] ?? 'A file'} is not there or was cut off. Nothing was changed; the version before stays in use. Download again, or choose all files of the pack.`,
  }),
  'pack-unsupported': (f) =>
    f['reason'] === 'reused'
      ? {
          title: 'Another content under the same number',
          text: `Version ${f['version'] ?? ''} is here already with other content. Only a higher number is taken. The version before stays in use.`,
        }
      : {
          title: 'This app does not know that format',
          text: 'Update the app, then download again. The version before stays in use.',
        },
  'pack-busy': () => ({
    title: 'Another version of it is on its way',
    text: 'This one was not installed; nothing was changed. Try again when the other is done.',
  }),
  'self-test-failed': () => ({
    title: 'The self-test failed on this device',
    text: 'The new version is not used; the version before stays. Tell your administrator.',
  }),
  'file-empty': () => ({
    title: 'The file is empty',
    text: 'Nothing was changed. Choose another file.',
  }),
  'file-too-large': (f) => ({
    title: 'The file is too large',
    text: `Up to ${f['limitMegabytes'] ?? ''} MB can be read at once. Nothing was changed. Export a shorter period.`,
  }),
  'file-not-a-table': () => ({
    title: 'The file could not be read',
    text: 'It is not a table. Nothing was changed. Choose a CSV or XLSX with names in the first row.',
  }),
  'file-unreadable': () => ({
    title: 'The file could not be opened',
    text: 'It was moved or is damaged. Nothing was changed. Choose it again.',
  }),
  'file-already-imported': (f) => ({
    title: 'This file was imported before',
    text: `Its content equals “${f['name'] ?? ''}”. Nothing was changed.`,
  }),
  'header-unknown': () => ({
    title: 'Needed columns were not found',
    text: 'Nothing was changed. Match the columns by hand.',
  }),
  'ids-repeated': (f) => ({
    title: 'Declaration numbers repeat',
    text: `${f['count'] ?? ''} numbers occur more than once: ${f['ids'] ?? ''}. Nothing was changed. Mend the file and import it again.`,
  }),
  'ids-known': (f) => ({
    title: 'Some declarations are here already',
    text: `${f['count'] ?? ''} lines are on this device already. Nothing was changed. You can import the new ones only.`,
  }),
  'no-good-rows': () => ({
    title: 'No row can be used',
    text: 'Every row has an error, so nothing was imported. Look at the errors and check the columns.',
  }),
  'not-found': () => ({ title: 'Not found', text: 'This declaration is not on this device.' }),
};

function words(table: Record<FaultCode, Words>) {
  return (fault: Fault): FaultWords => table[fault.code](fault.facts ?? {});
}

export const faultMessages = { ko: words(ko), en: words(en) };
