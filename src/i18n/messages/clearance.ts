const ko = {};

const en: typeof ko = {};

export const clearanceMessages = { ko, en };
