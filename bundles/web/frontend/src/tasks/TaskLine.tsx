import { Progress, ProgressMeasureLocation } from '../ui/patternfly';
import type { Task } from '../api/types';

/** A task under way, small, beside what it is done to. */
export function TaskLine({ task }: { task: Task }) {
  const title = task.message || task.kind;
  return (
    <div className="edog-task-line">
      <span className="edog-muted">{title}</span>
      <Progress
        value={task.progress}
        size="sm"
        measureLocation={ProgressMeasureLocation.none}
        aria-label={`${task.kind}: ${title}`}
      />
    </div>
  );
}
