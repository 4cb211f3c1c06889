import { text, word } from '../api/raw';
import type { ChangeEvent } from './event';

/** One line of the event list. */
export interface EventLine {
  key: string;
  index: number;
  at: string;
  by: string;
  kind: string;
  id: string;
  name: string;
  /** What happened, in a few words. */
  text: string;
  /** The object as it was after it, to tell the next change from it. */
  object: ChangeEvent['object'];
}

export const MAX_EVENTS = 200;

/**
 * Adds an event to the lines, the newest first. An event that comes a second time, after a reconnect, adds nothing;
 * nor does one that changed nothing which can be seen. Tasks have a list of their own.
 */
export function addLine(lines: readonly EventLine[], event: ChangeEvent): readonly EventLine[] {
  const key = `${event.index}/${event.kind}.${event.verb}/${event.id}`;
  if (event.kind === 'task' || lines.some((line) => line.key === key)) {
    return lines;
  }
  const previous = lines.find((line) => line.kind === event.kind && line.id === event.id);
  const what = describe(event, previous);
  return what === '' ? lines : [toLine(key, event, previous, what), ...lines].slice(0, MAX_EVENTS);
}

function toLine(key: string, event: ChangeEvent, previous: EventLine | undefined, what: string): EventLine {
  const { index, at, by, kind, id, object } = event;
  const name = text(object['name']) || (previous?.name ?? id);
  return { key, index, at, by, kind, id, name, text: what, object };
}

function describe(event: ChangeEvent, previous: EventLine | undefined): string {
  if (event.verb === 'removed') {
    return 'removed';
  }
  const change = previous === undefined ? first(event) : changeSince(previous.object, event.object);
  const why = text(event.object['reason']);
  return change === '' || why === '' ? change : `${change}: ${why}`;
}

function first(event: ChangeEvent): string {
  const made = event.at !== '' && text(event.object['createdAt']) === event.at;
  return word(event.object['state']) || (made ? 'created' : 'changed');
}

function changeSince(before: ChangeEvent['object'], now: ChangeEvent['object']): string {
  const [was, is] = [word(before['state']), word(now['state'])];
  if (was !== is) {
    return `${was} → ${is}`;
  }
  const fields = changedFields(before, now);
  if (fields.includes('desired')) {
    return `wanted ${word(now['desired'])}`;
  }
  return fields.length === 1 && fields[0] === 'reason'
    ? is
    : fields.map((field) => WORDS[field] ?? field).join(', ');
}

/** Fields that follow from others, or change all the time. */
const SILENT = new Set(['observedAt', 'updatedAt', 'version', 'freeMiB', 'lease', 'state']);

const WORDS: Readonly<Record<string, string>> = {
  run: 'new run',
  host: 'new host',
  cpus: 'new CPUs',
  memoryMiB: 'new memory',
  policy: 'new policy',
  name: 'new name',
  sizeBytes: 'new size',
  attachedTo: 'attached or detached',
  pending: 'waits for the next start',
};

function changedFields(before: ChangeEvent['object'], now: ChangeEvent['object']): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...fields].filter(
    (field) => !SILENT.has(field) && JSON.stringify(before[field]) !== JSON.stringify(now[field]),
  );
}
