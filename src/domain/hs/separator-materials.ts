/** Separators of one family each: what goods are made of, and how food is kept. */

/** A Korean word by itself, perhaps with an ending. */
const alone = (words: string): string => `(?<![가-힣])(?:${words})(?:제|재|으로|의|류)?(?![가-힣])`;

/** Patterns of a rule: in names, in goods texts, and of the opposite in both. */
export type Row = readonly [name: string, text: string, nameNot?: string, textNot?: string];

export const MATERIALS = {
  cotton: [
    String.raw`\bcotton\b|${alone('면')}|면사|면직물`,
    String.raw`\bcotton|순면|코튼|면직|면사|${alone('면')}|면\s*\d+\s*%`,
  ],
  wool: [
    String.raw`\bwool\b|fine animal hair|양모|동물의 부드러운 털`,
    String.raw`\bwool|\bcashmere|양모|캐시미어|모직|${alone('울')}`,
  ],
  silk: [String.raw`\bsilk\b|${alone('견')}|견사|견직물`, String.raw`\bsilk|실크|견직|명주`],
  linen: [
    String.raw`\bflax\b|(?<!(?:bed|table|toilet|kitchen|dry) )\blinen\b(?! and)|아마`,
    String.raw`\blinen|\bflax|리넨|린넨|아마`,
  ],
  synthetic: [
    String.raw`man-made|synthetic (?:fib|staple|filament|yarn)|artificial (?:fib|staple|filament)|polyester|nylon|합성섬유|인조섬유|합성필라멘트|합성스테이플|재생ㆍ반합성|나일론|폴리에스테르`,
    String.raw`\bpolyester|\bnylon|\bacrylic|\bspandex|\brayon|\bviscose|\bsynthetic|\bpolyamide|폴리에스[터테]르?|나일론|아크릴|합성섬유|레이온|스판`,
  ],
  textile: [
    String.raw`\btextile (?:materials|fabrics)|방직용 섬유`,
    String.raw`\bfabric|\btextile|\bcanvas|\bcloth\b|패브릭|직물|원단|캔버스|섬유`,
  ],
  leather: [
    String.raw`\bleather\b|가죽`,
    String.raw`\bleather|\bsuede|\bcowhide|\bnubuck|가죽|스웨이드|누벅`,
  ],
  plastics: [
    String.raw`\bplastics?\b|플라스틱`,
    String.raw`\bplastic|\bPVC\b|\bABS\b|\bPP\b|\bPE\b|\bPET\b|\bacrylic|\bsilicone|\bpoly(?:ethylene|propylene|carbonate|styrene|urethane)|플라스틱|아크릴|합성수지|실리콘|폴리(?:에틸렌|프로필렌|카보네이트|우레탄)`,
  ],
  rubber: [String.raw`\brubber\b|고무`, String.raw`\brubber|\blatex|\bneoprene|고무|라텍스`],
  wood: [
    String.raw`\bwood(?:en)?\b|\bbamboo\b|목재|목제|나무|대나무`,
    String.raw`\bwood|\bbamboo|\bplywood|\bMDF\b|목재|원목|나무|대나무|합판`,
  ],
  paper: [
    String.raw`\bpaper(?:board)?\b|종이|판지`,
    String.raw`\bpaper|\bcardboard|\bcarton|종이|판지|골판지`,
  ],
  glass: [String.raw`\bglass(?:ware)?\b|유리`, String.raw`\bglass(?!es)|\bcrystal|유리|크리스탈`],
  ceramic: [
    String.raw`\bceramic|\bporcelain|\bstoneware|도자|자기제|세라믹`,
    String.raw`\bceramic|\bporcelain|\bstoneware|\bearthenware|도자기|세라믹|사기`,
  ],
  'iron-steel': [
    String.raw`\biron\b|\bsteel\b|철강|${alone('철|강')}|스테인리스강|합금강`,
    String.raw`\biron\b|\bsteel|\bstainless|스틸|스테인리스|스텐|철제|강철|${alone('철|강')}`,
  ],
  aluminium: [String.raw`\balumin`, String.raw`\balumin|알루미늄|알미늄`],
  copper: [
    String.raw`\bcopper|\bbrass\b(?!-)|구리|황동|청동`,
    String.raw`\bcopper|\bbrass\b|\bbronze|구리|황동|청동|동파이프`,
  ],
  'precious-metal': [
    String.raw`precious metal|\bof (?:gold|silver|platinum)|귀금속|(?<![가-힣])(?:금이나|은으로|금으로)|백금`,
    String.raw`\b(?:9|10|14|18|22|24)\s?k\b|\bsterling|\bS?925\b|\bgold(?!en|fish)|\bsilver|\bplatinum|귀금속|순금|순은|금반지|은반지|백금|${alone('금|은')}`,
    String.raw`\bof base metal|\bimitation jewel|모조 신변`,
  ],
} as const satisfies Record<string, Row>;

/** What was done to food so that it keeps. */
export const STATES = {
  live: [
    String.raw`(?:^|[;,] )live\b|\blive (?:animals|plants|fish)|살아 있는`,
    String.raw`\blive\b|살아 ?있는|활어|생체`,
  ],
  fresh: [
    String.raw`\bfresh\b(?! grapes)|\bchilled|신선|냉장`,
    String.raw`\bfresh|\bchilled|냉장|신선|생물`,
  ],
  frozen: [String.raw`\bfrozen|냉동`, String.raw`\bfrozen|\bIQF\b|냉동`],
  dried: [
    String.raw`\bdried\b|\bdehydrated|건조한|말린`,
    String.raw`\bdried|\bdehydrated|\bfreeze-dried|건조|말린|동결`,
  ],
  'smoked-salted': [
    String.raw`\bsmoked|\bsalted|in brine|훈제|염장|염수`,
    String.raw`\bsmoked|\bsalted|\bbrine|훈제|염장|소금에 절인|자반`,
  ],
} as const satisfies Record<string, Row>;
