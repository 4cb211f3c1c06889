import { isOver, toTask } from '../api/decodeWork';
import type { Task } from '../api/types';
import { type Collection, put, remove } from './collection';
import type { ChangeEvent } from './event';

/**
 * The tasks after an event. Only unfinished and failed tasks are read as a list; those that ended well lately come
 * from the events before that reading, and so do the times of all, which the list does not tell.
 */
export function takeTask(now: Collection<Task>, event: ChangeEvent): Collection<Task> {
  if (event.verb === 'removed') {
    return remove(now, event.id, event.index);
  }
  const before = now.items.get(event.id);
  const task = timed(toTask(event.object), event.at, before);
  if (event.index > now.readAt) {
    return put(now, task, event.index);
  }
  const past = isOver(task) ? task : before && timed(before, event.at, before);
  return past === undefined ? now : { ...now, items: new Map(now.items).set(past.id, past) };
}

/** A task with the times that the events tell: it began with the first, and was changed by the last. */
function timed(task: Task, at: string, before: Task | undefined): Task {
  const createdAt = task.createdAt || (before?.createdAt ?? '') || at;
  return { ...task, createdAt, updatedAt: task.updatedAt || at };
}
