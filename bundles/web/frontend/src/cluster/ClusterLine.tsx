import { Label, Popover } from '../ui/patternfly';
import type { Cluster } from '../api/types';
import { useLive } from '../live/LiveContext';
import { sentence } from '../ui/format';
import { CheckCircleIcon, ExclamationTriangleIcon, QuestionCircleIcon } from '../ui/icons';

/** Where the cluster stands, on one line: the leader, the newest index, and whether lost hosts are taken care of. */
export function ClusterLine() {
  const cluster = useLive((state) => state.cluster);
  const lastIndex = useLive((state) => state.lastIndex);
  const error = useLive((state) => state.clusterError);
  if (cluster === null) {
    return (
      <span className="edog-cluster" data-testid="cluster-line">
        {error ? 'The cluster does not tell its state' : 'Asking the cluster…'}
      </span>
    );
  }
  return (
    <span className="edog-cluster" data-testid="cluster-line">
      <Leader leader={cluster.leader} />
      <span>
        Index{' '}
        <span data-testid="cluster-index">{Math.max(cluster.index, lastIndex).toLocaleString('en')}</span>
      </span>
      <Armed cluster={cluster} />
    </span>
  );
}

function Leader({ leader }: { leader: string }) {
  return leader === '' ? (
    <Label isCompact color="red" icon={<ExclamationTriangleIcon />}>
      No leader
    </Label>
  ) : (
    <span>
      Leader <strong data-testid="cluster-leader">{leader}</strong>
    </span>
  );
}

const EXPLAINED = 'While armed, hosts that are lost are fenced and their VMs are started elsewhere.';

function Armed({ cluster }: { cluster: Cluster }) {
  if (cluster.armed === '') {
    return null;
  }
  const armed = cluster.armed === 'armed';
  const known = armed || cluster.armed === 'disarmed';
  const icon = armed ? <CheckCircleIcon /> : known ? <ExclamationTriangleIcon /> : <QuestionCircleIcon />;
  return (
    <Popover
      headerContent={`Recovery is ${cluster.armed}`}
      bodyContent={sentence(cluster.reason) || EXPLAINED}
    >
      <Label
        isCompact
        color={armed ? 'green' : 'orange'}
        icon={icon}
        onClick={() => undefined}
        data-testid="cluster-armed"
      >
        Recovery {cluster.armed}
      </Label>
    </Popover>
  );
}
