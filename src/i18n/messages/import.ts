const ko = {};

const en: typeof ko = {};

export const importMessages = { ko, en };
