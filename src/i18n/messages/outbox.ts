const ko = {};

const en: typeof ko = {};

export const outboxMessages = { ko, en };
