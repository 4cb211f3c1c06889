import { useEffect, useRef } from 'react';
import { isOver } from '../api/decodeWork';
import type { Task } from '../api/types';
import { useLive } from '../live/LiveContext';
import { say, sayFailed } from '../ui/toasts';
import { verb } from './taskWords';

/** Tells in the corner when a task that was under way on this page ends. */
export function useTaskToasts(): void {
  const tasks = useLive((state) => state.tasks.items);
  const vms = useLive((state) => state.vms.items);
  const underWay = useRef(new Map<string, string>());
  useEffect(() => {
    for (const task of tasks.values()) {
      const name = underWay.current.get(task.id);
      if (!isOver(task)) {
        underWay.current.set(task.id, vms.get(task.subject)?.name ?? name ?? '');
      } else if (name !== undefined) {
        underWay.current.delete(task.id);
        tell(task, name);
      }
    }
  }, [tasks, vms]);
}

function tell(task: Task, name: string): void {
  const what = `${verb(task)} ${name}`.trim();
  if (task.state === 'succeeded') {
    say(`${what}: done`);
  } else if (task.state === 'cancelled') {
    say(`${what}: cancelled`, 'info');
  } else {
    const problem = { type: '', title: 'Failed', status: 0, detail: task.message, field: '', cure: '' };
    sayFailed(`${what}: failed`, task.problem ?? problem);
  }
}
