import { useEffect, useRef } from 'react';
import { isOver } from '../api/decodeWork';
import type { Task } from '../api/types';
import { useLive, useLiveClient } from '../live/LiveContext';
import { nameOf } from '../live/names';
import { sayDone, sayFailed, sayNews } from '../ui/toasts';
import { verb } from './taskWords';

/** Tells when a task that was under way on this page ends; above all when it did not end well. */
export function useTaskToasts(): void {
  const tasks = useLive((state) => state.tasks.items);
  const { store } = useLiveClient();
  const underWay = useRef(new Set<string>());
  useEffect(() => {
    for (const task of tasks.values()) {
      if (!isOver(task)) {
        underWay.current.add(task.id);
      } else if (underWay.current.delete(task.id)) {
        tell(task, nameOf(store.getState(), task.subject));
      }
    }
  }, [tasks, store]);
}

function tell(task: Task, name: string): void {
  const what = `${verb(task)} ${name}`.trim();
  if (task.state === 'succeeded') {
    sayDone(`${what}: done`);
  } else if (task.state === 'cancelled') {
    sayNews(`${what}: cancelled`);
  } else {
    const problem = { type: '', title: 'Failed', status: 0, detail: task.message, field: '', cure: '' };
    sayFailed(`${what}: failed`, task.problem ?? problem);
  }
}
