import { number, object, text } from '../api/raw';
import type { SseMessage } from './sse';

/** One change of the cluster, as the stream tells it. */
export interface ChangeEvent {
  index: number;
  at: string;
  by: string;
  /** The kind of object, such as `vm`. */
  kind: string;
  /** `put` or `removed`. */
  verb: string;
  /** The object as it is now; only `{id}` when it was removed. */
  object: Readonly<Record<string, unknown>>;
  id: string;
}

/** The event in a message, or null when it is none of ours or cannot be read. */
export function toChangeEvent(message: SseMessage): ChangeEvent | null {
  const [kind = '', verb = ''] = message.event.split('.');
  const data = parse(message.data);
  if (kind === '' || verb === '' || data === null) {
    return null;
  }
  const changed = object(data['object']);
  return {
    index: number(data['index'], number(message.id)),
    at: text(data['at']),
    by: text(data['by']),
    kind,
    verb,
    object: changed,
    id: text(changed['id']),
  };
}

function parse(data: string): Readonly<Record<string, unknown>> | null {
  try {
    return object(JSON.parse(data));
  } catch {
    return null;
  }
}
