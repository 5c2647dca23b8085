/** Lets calls that wait be looked at: messages are read between tasks. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
