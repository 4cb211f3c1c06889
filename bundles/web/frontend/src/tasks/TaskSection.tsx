import { SideCard } from '../ui/SideCard';
import { useMemo } from 'react';
import { useLive } from '../live/LiveContext';
import { unfinishedFirst } from '../live/reducer';
import { TaskItem } from './TaskItem';

const SHOWN = 12;

/** Work under way, then what ended lately. */
export function TaskSection() {
  const tasks = useLive((state) => state.tasks);
  const shown = useMemo(() => [...tasks.items.values()].sort(unfinishedFirst).slice(0, SHOWN), [tasks.items]);
  return (
    <SideCard title="Tasks" about="Tasks, unfinished ones first">
      {shown.length === 0 && <p className="edog-muted">{tasks.error?.message ?? 'Nothing is being done.'}</p>}
      <ul className="edog-tasks">
        {shown.map((task) => (
          <TaskItem key={task.id} task={task} />
        ))}
      </ul>
    </SideCard>
  );
}
