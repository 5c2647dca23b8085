const ko = {};

const en: typeof ko = {};

export const packsMessages = { ko, en };
