const ko = {};

const en: typeof ko = {};

export const caseMessages = { ko, en };
