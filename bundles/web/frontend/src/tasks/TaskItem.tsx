import { Button } from '../ui/patternfly';
import { isOver } from '../api/decodeWork';
import type { Task } from '../api/types';
import { useApi, useLive } from '../live/LiveContext';
import { nameOf } from '../live/names';
import { Ago } from '../ui/Ago';
import { short } from '../ui/format';
import { sayError } from '../ui/toasts';
import { TaskLine } from './TaskLine';
import { TaskStateLabel } from './TaskStateLabel';
import { verb } from './taskWords';

/** One task: what is done to what, how far it is, and what came of it. */
export function TaskItem({ task }: { task: Task }) {
  const subject = useLive((state) => nameOf(state, task.subject));
  return (
    <li
      className="edog-task"
      data-testid="task-item"
      data-kind={task.kind}
      data-subject={subject}
      data-state={task.state}
    >
      <div className="edog-task-head">
        <strong>
          {verb(task)} {subject || short(task.subject)}
        </strong>
        <TaskStateLabel state={task.state} />
      </div>
      {isOver(task) ? <Outcome task={task} /> : <UnderWay task={task} />}
    </li>
  );
}

function Outcome({ task }: { task: Task }) {
  const why = task.problem ? `${task.problem.detail} ${task.problem.cure}`.trim() : task.message;
  return (
    <span className="edog-muted">
      {why} <Ago since={task.updatedAt} suffix=" ago" />
    </span>
  );
}

/** A start that still waits for a host can be called off; what a host works on is let to finish. */
const CANCELLABLE = 'vm.start';

function UnderWay({ task }: { task: Task }) {
  const api = useApi();
  const cancel = () =>
    void api.cancelTask(task.id).catch((error: unknown) => sayError('Not cancelled', error));
  return (
    <div className="edog-task-head">
      <TaskLine task={task} />
      {task.kind === CANCELLABLE && (
        <Button variant="link" isInline size="sm" onClick={cancel} aria-label={`Cancel: ${verb(task)}`}>
          Cancel
        </Button>
      )}
    </div>
  );
}
