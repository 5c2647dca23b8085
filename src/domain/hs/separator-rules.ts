/**
 * What the official names of the HS tell goods apart by, and the words of goods texts that speak to
 * it. Patterns are matched without regard to case; `name` finds what a code asks for, `nameNot` what
 * stands for its opposite, `text` and `textNot` the same in a goods text.
 */
import { MATERIALS, STATES, type Row } from './separator-materials.ts';

export interface SeparatorRule {
  readonly key: SeparatorKey;
  readonly name: RegExp;
  readonly nameNot: RegExp | null;
  readonly text: RegExp;
  readonly textNot: RegExp | null;
  /** Rules of one family name the same property: a name that lists several asks for none of them. */
  readonly family: 'material' | 'state' | null;
}

const MEN = String.raw`\bm[ae]n['’]?s?\b|\bboys?\b|\bmale\b|\bgentlem[ae]n|남성|남자|남아|신사`;
const WOMEN = String.raw`\bwom[ae]n|\bladies|\bgirls?\b|\bfemale|여성|여자|여아|숙녀`;

const PROPERTIES = {
  knitted: [
    String.raw`\bknitted|\bcrocheted|편물`,
    String.raw`\bknit|\bcrochet|\bjersey|\bsweater|니트|편물|편직|뜨개|메리야스|스웨터`,
    String.raw`(?<!non-?)\bwoven\b|(?<!부)직물`,
    String.raw`(?<!non-?)\bwoven|\bdenim|우븐|직물|데님`,
  ],
  nonwoven: [String.raw`\bnonwoven|\bnon-woven|부직포`, String.raw`\bnon-?\s?woven|부직포`],
  dyed: [String.raw`\bdyed\b|염색한`, String.raw`\bdyed|염색`],
  printed: [
    String.raw`\bprinted\b(?! (?:books|matter|circuit))|날염한|인쇄한`,
    String.raw`\bprinted|날염|프린트|인쇄`,
  ],
  men: [
    String.raw`\bmen's|\bboys'|남성용|남자|소년`,
    MEN,
    String.raw`\bwomen's|\bgirls'|여성용|여자|소녀`,
    WOMEN,
  ],
  women: [
    String.raw`\bwomen's|\bgirls'|여성용|여자|소녀`,
    WOMEN,
    String.raw`\bmen's|\bboys'|남성용|남자|소년`,
    MEN,
  ],
  baby: [
    String.raw`\bbabies|\bbaby\b|\binfant|유아|영아`,
    String.raw`\bbab(?:y|ies)|\binfant|\btoddler|\bnewborn|유아|아기|영아|베이비|신생아`,
  ],
  'leather-upper': [
    String.raw`\buppers? of leather|갑피[^,]{0,12}가죽`,
    String.raw`\bleather upper|\buppers?[^,;]{0,12}leather|가죽 ?갑피|갑피[^,]{0,6}가죽`,
  ],
  'textile-upper': [
    String.raw`\buppers? of textile|갑피[^,]{0,12}방직용`,
    String.raw`\b(?:textile|mesh|canvas|fabric) upper|\buppers?[^,;]{0,12}(?:textile|mesh|canvas|fabric)|갑피[^,]{0,6}(?:섬유|메쉬|직물|천)|메쉬|캔버스`,
  ],
  'covers-ankle': [
    String.raw`covering the ankle|발목을 덮는`,
    String.raw`\bboots?\b|\bankle|\bhigh[- ]?top|부츠|발목|하이탑|장화`,
  ],
  waterproof: [
    String.raw`\bwaterproof|방수`,
    String.raw`\bwaterproof|\brain ?boots?|\bwellington|방수|장화`,
  ],
  prepared: [
    String.raw`\bprepared or preserved|\bpreparations?\b|\bprepared\b(?! after)|조제|보존처리`,
    String.raw`\bprepared|\bpreserved|\bseasoned|\bcooked|\bcanned|\bmarinated|\bpickled|조미|양념|조리|통조림|절임|가공|볶음|데친`,
  ],
  roasted: [String.raw`\broasted|볶`, String.raw`\broast|볶은|로스팅|배전`],
  shelled: [
    String.raw`\bshelled|(?:껍질|껍데기|꼬투리)[을를] ?벗[긴기]`,
    String.raw`\bshelled|\bpeeled|\bkernels?|탈각|깐 |껍질을 벗긴|알맹이`,
    String.raw`\bin shell|벗기지`,
    String.raw`\bin[- ]shell|\bunshelled|껍질째|껍데기째|피땅콩`,
  ],
  sweetened: [
    String.raw`\badded sugar|\bsweeten|설탕이?을? 첨가|설탕이나|감미료`,
    String.raw`\bsugar|\bsweeten|\bsyrup|설탕|가당|감미|당절임|시럽`,
  ],
  decaffeinated: [
    String.raw`\bdecaffeinated|카페인을 제거`,
    String.raw`\bdecaf|디카페인|카페인 ?제거`,
  ],
  alcoholic: [
    String.raw`(?<!non-)\balcohol|\bspirits?\b|\bwine\b|(?<!non-alcoholic )\bbeer\b|주류|포도주|맥주|알코올`,
    String.raw`(?<!non-)\balcohol|\bwine|\bbeer|\bwhisky|\bwhiskey|\bvodka|\bliqueur|주류|와인|맥주|소주|위스키|(?<!무)알코올|도수`,
    String.raw`\bnon-alcoholic|무알코올`,
    String.raw`\bnon-alcoholic|\balcohol-free|무알코올`,
  ],
  powdered: [
    String.raw`\bpowder|\bcrushed or ground|분쇄|가루|분말|부순`,
    String.raw`\bpowder|\bground\b|분말|가루|분쇄|파우더`,
  ],
  'for-sowing': [
    String.raw`\bfor sowing|[;,] seeds?(?=,|;|\s*$)|\b(?:than|used as) seeds?\b|\bseed potatoes|파종용|^종자(?:용|$)`,
    String.raw`\bfor sowing|\bsowing|\bseeds? for planting|파종|종자|씨앗`,
  ],
  'measured-doses': [
    String.raw`measured doses|투여량`,
    String.raw`\btablets?\b|\bcapsules?\b|\bampoules?\b|\bdose|정제|캡슐|앰플|투여`,
  ],
  porcelain: [
    String.raw`\bporcelain|자기제`,
    String.raw`\bporcelain|\bbone china|본차이나|(?<!도)자기(?:제|그릇)|포슬린`,
  ],
  stainless: [
    String.raw`\bstainless|스테인리스`,
    String.raw`\bstainless|\bSUS ?\d|\bSTS ?\d|스테인리스|스텐`,
  ],
  cast: [
    String.raw`\bcast (?:iron|steel|articles)|\bcast\b|주철|주조`,
    String.raw`\bcast\b|\bcasting|주철|주조|주물`,
  ],
  alloy: [
    String.raw`\balloys?\b(?<!non-alloy)|합금(?!하지)`,
    String.raw`\balloy|합금`,
    String.raw`\bnon-alloy|비합금|합금하지`,
  ],
  welded: [
    String.raw`\bwelded|용접한`,
    String.raw`\bwelded|\bERW\b|용접`,
    String.raw`\bseamless|이음매 없는|이음매가 없는`,
    String.raw`\bseamless|\bSMLS\b|무계목|이음매 없는`,
  ],
  coated: [
    String.raw`\bplated|\bclad\b|\bcoated|도금|도포|피복|입힌`,
    String.raw`\bplated|\bplating|\bcoated|\bgalvani[sz]ed|\blaminated|도금|코팅|도포|피복`,
  ],
  motor: [
    String.raw`self-contained electric motor|전동기를 갖춘|전동기가 부착|전동기를 자장`,
    String.raw`\bmotor|\belectric|\bcordless|\brechargeable|\bpowered|전동|모터|충전식`,
  ],
  'hand-operated': [
    String.raw`\bhand-operated|\bhand tools?|\bfor working in the hand|수동|수공구|손으로 사용`,
    String.raw`\bmanual|\bhand[- ]?(?:held|tool|operated)|수동|수공구|핸드`,
  ],
  electric: [
    String.raw`\belectric|전기`,
    String.raw`\belectric|\bvolt|\b\d+(?:\.\d+)?\s?[VW]\b|\bwatts?\b|전기|전동|전자식`,
  ],
  wireless: [
    String.raw`\bwireless|\bcellular(?! (?:plastic|rubber|wood))|\bradio\b|무선`,
    String.raw`\bwireless|\bbluetooth|\bwi-?fi\b|\bLTE\b|\b[45]G\b|\bGPS\b|\bRFID\b|무선|블루투스|와이파이`,
  ],
  'data-processing': [
    String.raw`data processing|자동자료처리`,
    String.raw`\bcomputer|\blaptop|\bnotebook|\bPC\b|\bUSB\b|\bSSD\b|컴퓨터|노트북|태블릿`,
  ],
  image: [
    String.raw`\bvideo|\btelevision|\bcameras?\b|\bmonitors?\b|\bimages?\b|영상|비디오|텔레비전|카메라|모니터`,
    String.raw`\bvideo|\bcamera|\bmonitor|\bdisplay|\bscreen|\bHD\b|\b4K\b|영상|카메라|화면|디스플레이|모니터`,
  ],
  sound: [
    String.raw`\bsound|\baudio|\bmicrophone|\bloudspeaker|\bheadphone|\bearphone|음성|음향|마이크(?!로(?!폰))|확성기|헤드폰|이어폰`,
    String.raw`\baudio|\bsound|\bspeaker|\bearphone|\bearbud|\bheadphone|\bheadset|\bmicrophone|스피커|오디오|이어폰|헤드폰|헤드셋|마이크(?!로(?!폰))`,
  ],
  'digital-display': [
    String.raw`opto-electronic display|광전자식`,
    String.raw`\bdigital|\bLCD\b|\bOLED\b|\bsmart ?watch|디지털|액정|스마트 ?워치`,
    String.raw`mechanical display|기계식 표시`,
    String.raw`\banalog|아날로그|바늘`,
  ],
  battery: [
    String.raw`\bbatter(?:y|ies)|\baccumulator|축전지|(?<!광)전지(?!가위)`,
    String.raw`\bbatter(?:y|ies)|\brechargeable|\bmAh\b|\bli-?ion|배터리|(?<!광)전지(?!가위)|충전식|축전지`,
  ],
  led: [
    String.raw`light-emitting diode|(?<!\()\bLED\b|발광다이오드|엘이디`,
    String.raw`\bLED\b|엘이디|발광다이오드`,
  ],
  'engine-diesel': [
    String.raw`compression-ignition|\bdiesel|압축점화|디젤`,
    String.raw`\bdiesel|디젤|경유`,
  ],
  'engine-petrol': [
    String.raw`spark-ignition|불꽃점화`,
    String.raw`\bpetrol|\bgasoline|휘발유|가솔린`,
  ],
  'engine-electric': [
    String.raw`electric motor (?:for|as)[^,;]{0,12}propulsion|추진용 전동기|전동기로[^,]{0,8}구동`,
    String.raw`\bEV\b|\belectric (?:car|vehicle|scooter|bike)|\bhybrid|전기차|전기 ?자동차|하이브리드|전동`,
  ],
  upholstered: [
    String.raw`\bupholstered|속을 채워|속을 채운`,
    String.raw`\bupholster|\bpadded|\bcushion|\bsofa|패브릭|쿠션|소파|속을 채운`,
  ],
  'retail-sale': [
    String.raw`for retail sale|packaged for retail|소매용`,
    String.raw`\bretail|\bconsumer pack|소매|소포장|판매용 포장`,
  ],
  set: [
    String.raw`\bin sets|\bensembles|\bsets? (?:for|of|consisting)|(?<![아카프리])세트(?!수머)|앙상블`,
    String.raw`\bset\b|\bkit\b|\d+\s?-?(?:pcs|pieces?)\b|(?<![아카프리])세트|셋트|키트`,
  ],
  part: [
    String.raw`(?:^|[;,] )(?:parts\b(?! thereof)|accessories)|^부분품|^부속품|(?:[의는한]|적합한) 부분품|부분품과 부속품$`,
    String.raw`\bparts?\b|\bspare|\bcomponent|\baccessor|\breplacement|부품|부속|액세서리|교체용`,
  ],
  used: [
    String.raw`\bused (?:pneumatic|tyres|clothing|articles)|\bworn (?:clothing|textile)|사용하던|중고`,
    String.raw`\bused\b|\bsecond-?\s?hand|\brefurbished|\bworn\b|중고|사용하던|리퍼`,
    String.raw`\bnew (?:pneumatic|tyres)|신품`,
    String.raw`\bbrand new|\bnew\b|신품|새 ?제품`,
  ],
  medical: [
    String.raw`\bmedical|\bsurgical|\bdental|\bveterinary|\btherapeutic|의료용|외과용|치과용|수의용|치료용|내과용`,
    String.raw`\bmedical|\bsurgical|\bdental|\bhospital|\bclinical|의료|수술|병원|치과|진단|환자`,
  ],
  toy: [
    String.raw`\btoys?\b|\bdolls?\b|\bpuzzles?\b|완구|(?<!마네킹 )인형|퍼즐`,
    String.raw`\btoys?\b|\bdolls?\b|\bplush|\bpuzzle|\bkids?\b|완구|장난감|인형|퍼즐|어린이`,
  ],
  sports: [
    String.raw`\bsports?\b(?![- ]ground)|\bgymnas|\bathletic|\bfishing\b(?! (?:vessel|net))|운동용|스포츠|체조|낚시`,
    String.raw`\bsports?\b|\bgym\b|\bfitness|\byoga|\bgolf|\btennis|\bfishing|운동|스포츠|헬스|골프|낚시`,
  ],
  household: [
    String.raw`\bhousehold|\bdomestic\b|\btableware|\bkitchenware|\btable, kitchen|가정용|가정형|식탁용|주방용`,
    String.raw`\bhousehold|\bhome\b|\bkitchen|\btableware|\bcooking|가정|주방|식탁|요리`,
  ],
} as const satisfies Record<string, Row>;

export type SeparatorKey = keyof typeof MATERIALS | keyof typeof STATES | keyof typeof PROPERTIES;

function rulesOf(
  rows: Readonly<Record<string, Row>>,
  family: SeparatorRule['family'],
): SeparatorRule[] {
  return Object.entries(rows).map(([key, [name, text, nameNot, textNot]]) => ({
    key: key as SeparatorKey,
    family,
    name: new RegExp(name, 'iu'),
    text: new RegExp(text, 'iu'),
    nameNot: nameNot === undefined ? null : new RegExp(nameNot, 'iu'),
    textNot: textNot === undefined ? null : new RegExp(textNot, 'iu'),
  }));
}

export const SEPARATOR_RULES: readonly SeparatorRule[] = [
  ...rulesOf(PROPERTIES, null),
  ...rulesOf(STATES, 'state'),
  ...rulesOf(MATERIALS, 'material'),
];
