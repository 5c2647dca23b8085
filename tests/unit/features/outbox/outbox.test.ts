import { describe, expect, it } from 'vitest';
import { findBreak, sealEvent, type LogEvent } from '../../../../src/domain/events/chain.ts';
import { groupEvents } from '../../../../src/features/outbox/group-events.ts';
import { makeHandOver } from '../../../../src/features/outbox/hand-over.ts';

const NOW = new Date('2026-11-22T09:30:00');

function log(
  ...kinds: readonly (readonly [kind: string, subject: string, at: string, body: unknown])[]
) {
  const events: LogEvent[] = [];
  for (const [index, [kind, subject, at, body]] of kinds.entries()) {
    const prev = events.at(-1)?.hash ?? '';
    events.push(
      sealEvent({ id: `e${index}`, kind, subject, body, actor: 'kim', device: 't1', at, prev }),
    );
  }
  return events;
}

const decision = { decision: 'inspect', remark: '', seen: null };
const imported = {
  batch: 'b1',
  name: 'week.csv',
  sha256: 'a'.repeat(64),
  lines: 5,
  rejected: 0,
  skipped: 0,
  firstDate: '2026-11-16',
  lastDate: '2026-11-22',
};
const events = log(
  ['declarations-imported', 'b1', '2026-11-21T08:00:00.000Z', imported],
  ['decision-recorded', 'D-1', '2026-11-21T09:00:00.000Z', decision],
  ['decision-recorded', 'D-2', '2026-11-22T09:00:00.000Z', decision],
  ['decision-recorded', 'D-3', '2026-11-22T09:10:00.000Z', decision],
  ['pack-activated', 'risk', '2026-11-22T09:20:00.000Z', { version: '1.0.0', previous: null }],
);

describe('the outbox', () => {
  it('gathers decisions by day, newest first, and shows imports and pack changes one by one', () => {
    const groups = groupEvents(events, (at) => at.slice(0, 10));
    expect(groups.map(({ kind, count, detail }) => [kind, count, detail])).toEqual([
      ['pack-activated', 1, { about: 'pack', pack: 'risk', version: '1.0.0' }],
      ['decision-recorded', 2, { about: 'declarations', first: 'D-3', more: 1 }],
      ['decision-recorded', 1, { about: 'declarations', first: 'D-1', more: 0 }],
      ['declarations-imported', 1, { about: 'import', name: 'week.csv', lines: 5 }],
    ]);
    expect(groups.reduce((sum, group) => sum + group.count, 0)).toBe(events.length);
  });

  it('hands over every record with its hash, so that the receiver can check the chain', async () => {
    const stored = events.map((event, seq) => ({ ...event, seq }));
    const { name, blob } = makeHandOver(stored, NOW);
    expect(name).toBe('haechi-records-2026-11-22-09-30.json');
    const content: unknown = JSON.parse(await blob.text());
    expect(content).toMatchObject({ format: 1, count: 5, device: 't1', last: events.at(-1)?.hash });
    const received = (content as { events: LogEvent[] }).events;
    expect(received).toEqual(events);
    expect(findBreak(received)).toBeUndefined();
  });

  it('finds a changed record also when the log is checked piece by piece', () => {
    const changed = events.map((event, at) => (at === 3 ? { ...event, subject: 'D-9' } : event));
    expect(findBreak(changed.slice(0, 2))).toBeUndefined();
    expect(findBreak(changed.slice(2), changed[1]?.hash)).toEqual({ index: 1, why: 'altered' });
    expect(findBreak(changed.slice(2), 'other')).toEqual({ index: 0, why: 'unlinked' });
  });
});
