import type { Task } from '../api/types';

/** `vm.start` reads `Start`. */
export function verb(task: Task): string {
  const last = task.kind.split(/[.-]/).at(-1) ?? task.kind;
  return last.charAt(0).toUpperCase() + last.slice(1);
}
