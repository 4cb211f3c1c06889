import { object, text, word } from '../api/raw';
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
  /** The state the object was in after it, to tell the next change from it. */
  state: string;
  /** What was wanted of it after it; empty for all but VMs. */
  desired: string;
}

export const MAX_EVENTS = 200;

/** Adds an event to the lines, the newest first. The same event a second time, after a reconnect, adds nothing. */
export function addLine(lines: readonly EventLine[], event: ChangeEvent): readonly EventLine[] {
  const key = `${event.index}/${event.kind}.${event.verb}/${event.id}`;
  if (lines.some((line) => line.key === key)) {
    return lines;
  }
  const previous = lines.find((line) => line.kind === event.kind && line.id === event.id);
  return [toLine(key, event, previous), ...lines].slice(0, MAX_EVENTS);
}

function toLine(key: string, event: ChangeEvent, previous: EventLine | undefined): EventLine {
  const state = event.verb === 'removed' ? 'removed' : word(event.object['state']);
  return {
    key,
    index: event.index,
    at: event.at,
    by: event.by,
    kind: event.kind,
    id: event.id,
    name: nameOf(event, previous),
    text: event.verb === 'removed' ? 'removed' : describe(event, state, previous),
    state,
    desired: word(event.object['desired']),
  };
}

function nameOf(event: ChangeEvent, previous: EventLine | undefined): string {
  const own = event.kind === 'task' ? text(event.object['kind']) || text(event.object['type']) : '';
  return own || text(event.object['name']) || (previous?.name ?? event.id);
}

function describe(event: ChangeEvent, state: string, previous: EventLine | undefined): string {
  const why = text(event.object['reason']) || taskMessage(event);
  const change = changeOf(event, state, previous);
  return why === '' ? change : `${change}: ${why}`;
}

function changeOf(event: ChangeEvent, state: string, previous: EventLine | undefined): string {
  if (previous === undefined || previous.state === '') {
    const made = event.at !== '' && text(event.object['createdAt']) === event.at;
    return state || (made ? 'created' : 'changed');
  }
  if (previous.state !== state) {
    return `${previous.state} → ${state}`;
  }
  const desired = word(event.object['desired']);
  return desired !== '' && desired !== previous.desired ? `wanted ${desired}` : `changed, ${state}`;
}

function taskMessage(event: ChangeEvent): string {
  const problem = object(event.object['problem']);
  return text(problem['detail']) || text(event.object['message']);
}
