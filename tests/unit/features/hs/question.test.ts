import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed, type Result } from '../../../../src/contracts/fault.ts';
import type { HsAnswer } from '../../../../src/contracts/hs.ts';
import { Question, TEXT_KEPT } from '../../../../src/features/hs/question.svelte.ts';
import { madeAnswer } from './made-answer.ts';

/** A question whose worker answers when the test says so. */
function asked() {
  const calls: { text: string; settle: (result: Result<HsAnswer>) => void }[] = [];
  const answers: (string | null)[] = [];
  const suggest = (_: object, text: string) =>
    new Promise<Result<HsAnswer>>((settle) => calls.push({ text, settle }));
  const question = new Question({
    hs: { suggest },
    answered: (answered) => answers.push(answered?.text ?? null),
  });
  return { question, calls, answers, texts: () => calls.map(({ text }) => text) };
}

describe('the box for the goods text', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks once when the typing pauses, not at every key', async () => {
    const { question, texts } = asked();
    for (const text of ['s', 'sm', 'smart watch']) question.type(text, false);
    await vi.advanceTimersByTimeAsync(119);
    expect(texts()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(texts()).toEqual(['smart watch']);
  });

  it('waits for a Hangul syllable to be finished, and reads an open one only after a rest', async () => {
    const { question, texts } = asked();
    question.type('커ㅍ', true);
    await vi.advanceTimersByTimeAsync(300);
    expect(texts()).toEqual([]);
    question.type('커피', true);
    await vi.advanceTimersByTimeAsync(599);
    expect(texts()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(texts()).toEqual(['커피']);
    question.type('커피', false);
    await vi.advanceTimersByTimeAsync(120);
    expect(texts()).toEqual(['커피', '커피']);
  });

  it('drops an answer that comes after the text has changed', async () => {
    const { question, calls, answers } = asked();
    question.put('boots');
    await vi.advanceTimersByTimeAsync(0);
    question.put('leather boots');
    await vi.advanceTimersByTimeAsync(0);
    calls[1]?.settle(succeed(madeAnswer()));
    await vi.advanceTimersByTimeAsync(0);
    calls[0]?.settle(succeed(madeAnswer({ kind: 'ask' })));
    await vi.advanceTimersByTimeAsync(0);
    expect(answers).toEqual(['leather boots']);
    expect(question.answered?.answer.kind).toBe('suggest');
  });

  it('keeps the last answer in view until the next one is there', async () => {
    const { question, calls } = asked();
    question.put('boots');
    await vi.advanceTimersByTimeAsync(0);
    calls[0]?.settle(succeed(madeAnswer()));
    await vi.advanceTimersByTimeAsync(0);
    question.type('boots x', false);
    expect(question.answered?.text).toBe('boots');
    expect(question.asking).toBe(true);
  });

  it.each(['8517.62', '제8517호', '8517.62-9030', '85'])(
    'takes %s for a code and asks nothing',
    async (text) => {
      const { question, texts } = asked();
      question.put(text);
      await vi.advanceTimersByTimeAsync(1000);
      expect(question.code).not.toBeNull();
      expect(texts()).toEqual([]);
    },
  );

  it('asks nothing of an empty box and forgets the answer', async () => {
    const { question, calls, answers } = asked();
    question.put('boots');
    await vi.advanceTimersByTimeAsync(0);
    calls[0]?.settle(succeed(madeAnswer()));
    await vi.advanceTimersByTimeAsync(0);
    question.put('  \n ');
    expect(question.answered).toBeNull();
    expect(answers).toEqual(['boots', null]);
  });

  it('keeps the beginning of a megabyte and says so', () => {
    const { question } = asked();
    question.type('가'.repeat(1_000_000), false);
    expect(question.text).toHaveLength(TEXT_KEPT);
    expect(question.tooLong).toBe(true);
    question.type('boots', false);
    expect(question.tooLong).toBe(false);
  });

  it('says when the worker was lost, and asks again when told to', async () => {
    const { question, calls } = asked();
    question.put('boots');
    await vi.advanceTimersByTimeAsync(0);
    calls[0]?.settle(fail('worker-lost'));
    await vi.advanceTimersByTimeAsync(0);
    expect(question.fault?.code).toBe('worker-lost');
    question.again();
    await vi.advanceTimersByTimeAsync(0);
    calls[1]?.settle(succeed(madeAnswer()));
    await vi.advanceTimersByTimeAsync(0);
    expect(question.fault).toBeNull();
    expect(question.answered?.text).toBe('boots');
  });
});
